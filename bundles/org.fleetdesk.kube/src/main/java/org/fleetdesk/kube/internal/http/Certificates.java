package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.kube.config.Material;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.fleetdesk.kube.internal.text.SafeText;

/** Certificates in PEM. */
final class Certificates {

	private Certificates() {
	}

	/** The certificates of a material, at least one, in its order. */
	static List<X509Certificate> read(Material material) throws Unusable {
		return parse(Materials.read(material), Materials.name(material));
	}

	static List<X509Certificate> parse(byte[] pem, String name) throws Unusable {
		List<X509Certificate> certificates = new ArrayList<>();
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			for (String block : Materials.blocks(pem, "CERTIFICATE")) {
				certificates.add((X509Certificate) factory
						.generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1))));
			}
		} catch (CertificateException e) {
			throw new Unusable(text("material.certificate.damaged", name), e);
		}
		if (certificates.isEmpty()) {
			boolean key = !Materials.blocks(pem, "PRIVATE KEY").isEmpty();
			throw new Unusable(text(key ? "material.certificate.key" : "material.certificate.none", name));
		}
		return certificates;
	}

	/** The revocation lists beside the certificates of a material; usually none. */
	static List<X509CRL> revocations(Material material) throws Unusable {
		List<X509CRL> lists = new ArrayList<>();
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			for (String block : Materials.blocks(Materials.read(material), "X509 CRL")) {
				lists.add((X509CRL) factory
						.generateCRL(new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1))));
			}
		} catch (CertificateException | CRLException e) {
			throw new Unusable(text("material.certificate.list", Materials.name(material)), e);
		}
		return lists;
	}

	/** Who it is of; its serial number where it names nobody. */
	static String subject(X509Certificate certificate) {
		String name = SafeText.line(certificate.getSubjectX500Principal().getName(), 120);
		return name.isEmpty() ? text("certificate.serial", certificate.getSerialNumber().toString(16)) : name;
	}

	static String issuer(X509Certificate certificate) {
		return SafeText.line(certificate.getIssuerX500Principal().getName(), 120);
	}
}
