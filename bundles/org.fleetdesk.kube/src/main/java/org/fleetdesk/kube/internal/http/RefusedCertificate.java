package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.Serial;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A server's certificate that is not trusted; the message is a clause that says why and what to do. */
final class RefusedCertificate extends CertificateException {

	@Serial
	private static final long serialVersionUID = 1L;

	private RefusedCertificate(String message, Exception cause) {
		super(message, cause);
	}

	/** What a trust manager threw about a chain; {@code authority} says where the trusted ones come from. */
	static RefusedCertificate of(X509Certificate[] chain, String authority, CertificateException problem) {
		for (X509Certificate certificate : chain) {
			String name = Certificates.subject(certificate);
			if (caused(problem, CertificateExpiredException.class) && expired(certificate)) {
				return new RefusedCertificate(text("tls.expired", name, certificate.getNotAfter().toInstant()),
						problem);
			}
			if (caused(problem, CertificateNotYetValidException.class) && early(certificate)) {
				return new RefusedCertificate(text("tls.early", name, certificate.getNotBefore().toInstant()), problem);
			}
		}
		String name = Certificates.subject(chain[0]);
		String issuer = Certificates.issuer(chain[0]);
		return new RefusedCertificate(weak(problem)
				? text("tls.weak", name, issuer)
				: text("tls.unsigned", name, issuer, authority), problem);
	}

	static RefusedCertificate name(X509Certificate certificate, List<String> names, String wanted) {
		String of = names.isEmpty() ? text("tls.nameless") : SafeText.line(String.join(", ", names), 200);
		return new RefusedCertificate(text("tls.name", Certificates.subject(certificate), of, wanted),
				new CertificateException("names"));
	}

	private static boolean caused(Throwable problem, Class<?> type) {
		for (Throwable t = problem; t != null; t = t.getCause()) {
			if (type.isInstance(t)) {
				return true;
			}
		}
		return false;
	}

	private static boolean weak(Throwable problem) {
		for (Throwable t = problem; t != null; t = t.getCause()) {
			if (t instanceof CertPathValidatorException e
					&& e.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED) {
				return true;
			}
		}
		return false;
	}

	private static boolean expired(X509Certificate certificate) {
		try {
			certificate.checkValidity();
			return false;
		} catch (CertificateExpiredException e) {
			return true;
		} catch (CertificateNotYetValidException e) {
			return false;
		}
	}

	private static boolean early(X509Certificate certificate) {
		try {
			certificate.checkValidity();
			return false;
		} catch (CertificateExpiredException e) {
			return false;
		} catch (CertificateNotYetValidException e) {
			return true;
		}
	}
}
