package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.fleetdesk.kube.internal.text.SafeText;

/**
 * What may be wrong with certificates, each said in its own sentence; looked for from the plain to the subtle. Stricter
 * than Java alone, which trusts an authority that has expired and keys that are too short. Revocation is known from the
 * lists that stand beside the authority's certificates only: nothing is asked of the network.
 */
final class CertificateFaults {

	private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
	private static final String ANY_USE = "2.5.29.37.0";
	private static final String NAME_CONSTRAINTS = "2.5.29.30";
	private static final int SIGNS_CERTIFICATES = 5;
	private static final int RSA_BITS = 2048;
	private static final Set<String> CURVES = Set.of("secp256r1", "secp384r1", "secp521r1");

	private final CertificatePath path;
	private final List<X509CRL> revocations;

	private CertificateFaults(CertificatePath path, List<X509CRL> revocations) {
		this.path = path;
		this.revocations = revocations;
	}

	/** Throws for the first fault of a path that leads to a trusted certificate. */
	static void check(CertificatePath path, List<X509CRL> revocations) throws RefusedCertificate {
		CertificateFaults faults = new CertificateFaults(path, revocations);
		for (int i = 0; i < path.certificates().size(); i++) {
			faults.time(i);
			faults.strength(i);
			if (i > 0) {
				faults.issuing(i);
				faults.revoked(i);
			}
		}
		faults.usage();
		faults.standard();
	}

	static boolean valid(X509Certificate certificate) {
		Instant now = Instant.now();
		return !now.isBefore(certificate.getNotBefore().toInstant())
				&& !now.isAfter(certificate.getNotAfter().toInstant());
	}

	private String name(int i) {
		return text(i == 0 ? "certificate.server" : "certificate.authority",
				Certificates.subject(path.certificates().get(i)));
	}

	private void time(int i) throws RefusedCertificate {
		X509Certificate certificate = path.certificates().get(i);
		if (valid(certificate)) {
			return;
		}
		Instant end = certificate.getNotAfter().toInstant();
		throw new RefusedCertificate(Instant.now().isAfter(end)
				? text(i == 0 ? "certificate.expired" : "certificate.authority.expired", name(i), end)
				: text("certificate.early", name(i), certificate.getNotBefore().toInstant()));
	}

	private void strength(int i) throws RefusedCertificate {
		PublicKey key = path.certificates().get(i).getPublicKey();
		if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS) {
			throw new RefusedCertificate(text("certificate.weakKey", name(i), "RSA", rsa.getModulus().bitLength()));
		}
		if (key instanceof DSAPublicKey || key.getAlgorithm().equals("EC") && !usual(key)) {
			throw new RefusedCertificate(text("certificate.unknownKey", name(i), key.getAlgorithm()));
		}
		boolean trustedAsItIs = i == path.certificates().size() - 1;
		String signature = signature(path.certificates().get(i));
		if (!trustedAsItIs && signature.matches(".*(MD2|MD5|SHA-?1(?!\\d)).*")) {
			throw new RefusedCertificate(text("certificate.weakSignature", name(i), signature));
		}
	}

	/** Whether a key is on one of the curves that TLS uses for certificates. */
	private static boolean usual(PublicKey key) {
		return key instanceof ECPublicKey ec && CURVES.stream().anyMatch(curve -> on(curve, ec.getParams()));
	}

	private static boolean on(String curve, ECParameterSpec key) {
		try {
			AlgorithmParameters known = AlgorithmParameters.getInstance("EC");
			known.init(new ECGenParameterSpec(curve));
			ECParameterSpec spec = known.getParameterSpec(ECParameterSpec.class);
			return spec.getCurve().equals(key.getCurve()) && spec.getGenerator().equals(key.getGenerator())
					&& spec.getOrder().equals(key.getOrder());
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	/** The algorithm with its digest, which RSASSA-PSS keeps in its parameters. */
	private static String signature(X509Certificate certificate) {
		String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
		try {
			if (name.equals("RSASSA-PSS") && certificate.getSigAlgParams() != null) {
				AlgorithmParameters parameters = AlgorithmParameters.getInstance(name);
				parameters.init(certificate.getSigAlgParams());
				return name + " " + parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
			}
			return name;
		} catch (GeneralSecurityException | IOException e) {
			return name + " SHA-1"; // its default where nothing readable is said
		}
	}

	/** Whether certificate {@code i} may have issued the one before it. */
	private void issuing(int i) throws RefusedCertificate {
		X509Certificate issuer = path.certificates().get(i);
		boolean[] usage = issuer.getKeyUsage();
		boolean first = issuer.getVersion() < 3; // those say nothing about it
		if (!first && issuer.getBasicConstraints() < 0 || usage != null && !usage[SIGNS_CERTIFICATES]) {
			throw new RefusedCertificate(text("certificate.mayNotIssue", name(0), Certificates.subject(issuer)));
		}
		long between = path.certificates().subList(1, i).stream().filter(c -> !CertificatePath.selfIssued(c)).count();
		if (!first && issuer.getBasicConstraints() < between) {
			throw new RefusedCertificate(text("certificate.tooLong", name(0), Certificates.subject(issuer)));
		}
	}

	private void revoked(int i) throws RefusedCertificate {
		X509Certificate issuer = path.certificates().get(i);
		X509Certificate certificate = path.certificates().get(i - 1);
		for (X509CRL list : revocations) {
			if (list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
					&& list.getRevokedCertificate(certificate) != null && signed(list, issuer)) {
				Instant since = list.getRevokedCertificate(certificate).getRevocationDate().toInstant();
				throw new RefusedCertificate(text("certificate.revoked", name(i - 1), since));
			}
		}
	}

	private static boolean signed(X509CRL list, X509Certificate issuer) {
		try {
			list.verify(issuer.getPublicKey());
			return true;
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	private void usage() throws RefusedCertificate {
		try {
			List<String> uses = path.server().getExtendedKeyUsage();
			if (uses != null && Set.of(SERVER_AUTH, ANY_USE).stream().noneMatch(uses::contains)) {
				throw new RefusedCertificate(text("certificate.usage", name(0)));
			}
		} catch (CertificateParsingException e) {
			throw new RefusedCertificate(text("certificate.usage", name(0)), e);
		}
	}

	/** What Java's validator finds: names that an authority may not certify, unknown critical extensions. */
	private void standard() throws RefusedCertificate {
		int length = path.certificates().size();
		if (length == 1) {
			return;
		}
		// Java follows the names an authority is bound to only where it stands in the path, below itself
		X509Certificate authority = path.last();
		boolean bound = CertificatePath.selfIssued(authority)
				&& authority.getExtensionValue(NAME_CONSTRAINTS) != null;
		TrustAnchor anchor = bound
				? new TrustAnchor(authority.getSubjectX500Principal(), authority.getPublicKey(), null)
				: new TrustAnchor(authority, null);
		try {
			PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
			parameters.setRevocationEnabled(false);
			CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509")
					.generateCertPath(path.certificates().subList(0, bound ? length : length - 1)), parameters);
		} catch (CertPathValidatorException e) {
			throw new RefusedCertificate(e.getReason() == PKIXReason.INVALID_NAME
					? text("certificate.constrained", name(0))
					: text("certificate.refused", name(0), SafeText.line(String.valueOf(e.getMessage()), 200)), e);
		} catch (GeneralSecurityException | RuntimeException e) {
			throw new RefusedCertificate(
					text("certificate.refused", name(0), SafeText.line(String.valueOf(e.getMessage()), 200)), e);
		}
	}
}
