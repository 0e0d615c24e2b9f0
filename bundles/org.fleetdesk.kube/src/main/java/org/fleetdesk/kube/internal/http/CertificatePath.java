package org.fleetdesk.kube.internal.http;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way from a server's certificate to one that is trusted, each issued by the next: as far as it leads. The order in
 * which a server sends the others does not matter, as in Go.
 *
 * @param certificates the server's certificate first
 * @param anchored whether the last of them is trusted
 */
record CertificatePath(List<X509Certificate> certificates, boolean anchored) {

	private static final int LONGEST = 10;

	CertificatePath {
		certificates = List.copyOf(certificates);
	}

	/** The path of what a server sent. */
	static CertificatePath of(X509Certificate[] sent, Collection<X509Certificate> anchors) {
		List<X509Certificate> path = new ArrayList<>(List.of(sent[0]));
		while (path.size() < LONGEST) {
			X509Certificate last = path.getLast();
			if (anchors.contains(last)) {
				return new CertificatePath(path, true);
			}
			Optional<X509Certificate> issuer = Stream.concat(anchors.stream(), Stream.of(sent))
					.filter(c -> !path.contains(c) && issued(c, last)).sorted(CertificatePath::validFirst).findFirst();
			if (issuer.isEmpty()) {
				break;
			}
			path.add(issuer.get());
		}
		return new CertificatePath(path, false);
	}

	/** Of two authorities with one name and key the one that has not expired; else their order stays. */
	private static int validFirst(X509Certificate a, X509Certificate b) {
		return Boolean.compare(!CertificateFaults.valid(a), !CertificateFaults.valid(b));
	}

	X509Certificate server() {
		return certificates.getFirst();
	}

	X509Certificate last() {
		return certificates.getLast();
	}

	static boolean selfIssued(X509Certificate certificate) {
		return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
	}

	private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
		if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
			return false;
		}
		try {
			certificate.verify(issuer.getPublicKey());
			return true;
		} catch (GeneralSecurityException | RuntimeException e) { // an odd key is none of the right kind
			return false;
		}
	}
}
