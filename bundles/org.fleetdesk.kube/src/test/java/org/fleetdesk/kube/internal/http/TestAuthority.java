package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A certificate authority for tests. */
final class TestAuthority {

	static final Duration DAY = Duration.ofDays(1);

	/** A certificate with its key. */
	record Issued(X509Certificate certificate, PrivateKey key) {

		byte[] certificatePem() {
			return pem(certificate);
		}

		/** PKCS1 or SEC1. */
		byte[] keyPem() throws IOException {
			if (!key.getAlgorithm().equals("EC")) {
				return pem(key);
			}
			PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
			ECPrivateKey plain = ECPrivateKey.getInstance(info.parsePrivateKey());
			return pem(new PemObject("EC PRIVATE KEY",
					new ECPrivateKey(256, plain.getKey(), info.getPrivateKeyAlgorithm().getParameters()).getEncoded()));
		}

		byte[] pkcs8Pem() {
			return pem(new PemObject("PRIVATE KEY", key.getEncoded()));
		}
	}

	private final KeyPair pair = pair("EC");
	final X509Certificate certificate;

	TestAuthority(String name) throws Exception {
		Instant now = Instant.now();
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name("CN=" + name),
				BigInteger.ONE, Date.from(now.minus(DAY)), Date.from(now.plus(DAY)), new X500Name("CN=" + name),
				pair.getPublic());
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
		certificate = sign(builder);
	}

	private X509Certificate sign(X509v3CertificateBuilder builder) throws Exception {
		return new JcaX509CertificateConverter().getCertificate(
				builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
	}

	static KeyPair pair(String algorithm) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
		if (!algorithm.startsWith("Ed")) {
			generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
		}
		return generator.generateKeyPair();
	}

	/** Valid from so long ago for so long from now; the names are DNS names or addresses. */
	Issued issue(String subject, String algorithm, Duration from, Duration until, String... names) throws Exception {
		KeyPair own = pair(algorithm);
		Instant now = Instant.now();
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
				new X500Name(certificate.getSubjectX500Principal().getName()), BigInteger.valueOf(System.nanoTime()),
				Date.from(now.plus(from)), Date.from(now.plus(until)), new X500Name(subject), own.getPublic());
		if (names.length > 0) {
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(Arrays.stream(names)
							.map(n -> new GeneralName(
									n.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, n))
							.toArray(GeneralName[]::new)));
		}
		return new Issued(sign(builder), own.getPrivate());
	}

	Issued server(String... names) throws Exception {
		return issue("CN=server", "EC", DAY.negated(), DAY, names);
	}

	static byte[] pem(Object object) {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(object);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return text.toString().getBytes(StandardCharsets.US_ASCII);
	}

	/** TLS for a server with a certificate, which trusts clients of this authority. */
	SSLContext context(Issued issued) throws Exception {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		keys.load(null, null);
		keys.setKeyEntry("server", issued.key(), new char[0],
				new X509Certificate[]{issued.certificate(), certificate});
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, new char[0]);
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("ca", certificate);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
		return context;
	}
}
