package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.Serial;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

import org.fleetdesk.kube.internal.text.SafeText;

/** A server's certificate that is not trusted; the message is a clause that says why and what to do. */
final class RefusedCertificate extends CertificateException {

	@Serial
	private static final long serialVersionUID = 1L;

	RefusedCertificate(String message) {
		super(message);
	}

	RefusedCertificate(String message, Exception cause) {
		super(message, cause);
	}

	/** A path that leads to nobody who is trusted; {@code authority} says who would be, {@code remedy} what to do. */
	static RefusedCertificate unknown(CertificatePath path, Collection<X509Certificate> anchors, String authority,
			String remedy) {
		String subject = Certificates.subject(path.server());
		String issuer = Certificates.issuer(path.last());
		if (anchors.stream().anyMatch(a -> a.getSubjectX500Principal().equals(path.last().getIssuerX500Principal()))) {
			return new RefusedCertificate(text("certificate.otherKey", subject, issuer, authority, remedy));
		}
		if (!CertificatePath.selfIssued(path.last())) {
			return new RefusedCertificate(text("certificate.incomplete", subject, issuer, authority, remedy));
		}
		return new RefusedCertificate(path.certificates().size() == 1
				? text("certificate.selfSigned", subject, authority, remedy)
				: text("certificate.unknown", subject, Certificates.issuer(path.server()), authority, remedy));
	}

	/** A certificate of another server. */
	static RefusedCertificate name(X509Certificate certificate, List<String> names, String wanted) {
		String subject = Certificates.subject(certificate);
		if (names.isEmpty()) {
			return new RefusedCertificate(text("certificate.nameless", subject));
		}
		String of = SafeText.line(String.join(", ", names), 200);
		boolean wild = names.stream().anyMatch(n -> n.contains("*"));
		return new RefusedCertificate(text(wild ? "certificate.wildcard" : "certificate.name", subject, of, wanted));
	}
}
