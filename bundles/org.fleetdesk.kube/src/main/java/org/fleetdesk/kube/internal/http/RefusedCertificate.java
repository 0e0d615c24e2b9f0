package org.fleetdesk.kube.internal.http;

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
			String name = "the server's certificate (" + Certificates.subject(certificate) + ")";
			if (caused(problem, CertificateExpiredException.class) && expired(certificate)) {
				return new RefusedCertificate(name + " expired on " + certificate.getNotAfter().toInstant()
						+ "; it has to be renewed on the server", problem);
			}
			if (caused(problem, CertificateNotYetValidException.class) && early(certificate)) {
				return new RefusedCertificate(name + " is valid only from " + certificate.getNotBefore().toInstant()
						+ "; check the clocks of this machine and of the server", problem);
			}
		}
		String name = "the server's certificate (" + Certificates.subject(chain[0]) + ", issued by "
				+ Certificates.issuer(chain[0]) + ")";
		if (weak(problem)) {
			return new RefusedCertificate(name + " uses a key or signature that is too weak; it has to be replaced",
					problem);
		}
		return new RefusedCertificate(name + " is not signed by " + authority, problem);
	}

	static RefusedCertificate name(X509Certificate certificate, List<String> names, String wanted) {
		String of = names.isEmpty() ? "no host name" : SafeText.line(String.join(", ", names), 200);
		return new RefusedCertificate("the server's certificate (" + Certificates.subject(certificate) + ") is for "
				+ of + " and not for " + wanted + "; correct the server's address or set tls-server-name",
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
