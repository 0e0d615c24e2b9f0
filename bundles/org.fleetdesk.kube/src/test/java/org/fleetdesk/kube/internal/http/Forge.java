package org.fleetdesk.kube.internal.http;

import java.math.BigInteger;
import java.net.Socket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.fleetdesk.kube.internal.http.TestAuthority.Issued;
import org.jspecify.annotations.Nullable;

/** Makes certificates as bad as a test wants them: a good one for 127.0.0.1, but for what is said otherwise. */
final class Forge {

	private static final Provider BC = new BouncyCastleProvider();

	private record Extra(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
	}

	private final String subject;
	private final List<Extra> extras = new ArrayList<>();
	private Duration from = TestAuthority.DAY.negated();
	private Duration until = TestAuthority.DAY;
	private String algorithm = "EC";
	private String size = "secp256r1";
	private String digest = "SHA256";
	private @Nullable GeneralNames names;

	private Forge(String subject) {
		this.subject = subject;
	}

	static Forge server() {
		return new Forge("CN=server").named(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
	}

	static Forge server(String... dns) {
		return new Forge("CN=server").named(
				Arrays.stream(dns).map(n -> new GeneralName(GeneralName.dNSName, n)).toArray(GeneralName[]::new));
	}

	/** One that may issue, with so many authorities below it. */
	static Forge authority(String subject, int below) {
		return new Forge(subject).with(Extension.basicConstraints, true, new BasicConstraints(below));
	}

	/** One that nothing is known of but its subject. */
	static Forge plain(String subject) {
		return new Forge(subject);
	}

	private Forge named(GeneralName... all) {
		names = new GeneralNames(all);
		return this;
	}

	Forge with(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
		extras.add(new Extra(type, critical, value));
		return this;
	}

	Forge valid(int fromDays, int untilDays) {
		from = Duration.ofDays(fromDays);
		until = Duration.ofDays(untilDays);
		return this;
	}

	/** RSA with bits, or EC on a curve. */
	Forge key(String kind, String sizeOrCurve) {
		algorithm = kind;
		size = sizeOrCurve;
		return this;
	}

	/** The digest of the signature under it. */
	Forge digest(String name) {
		digest = name;
		return this;
	}

	Issued selfSigned() throws Exception {
		KeyPair pair = pair();
		return issue(subject, pair.getPrivate(), pair);
	}

	Issued by(Issued issuer) throws Exception {
		return issue(issuer.certificate().getSubjectX500Principal().getName(), issuer.key(), pair());
	}

	private KeyPair pair() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BC);
		if (algorithm.equals("RSA")) {
			generator.initialize(Integer.parseInt(size));
		} else {
			generator.initialize(new ECGenParameterSpec(size));
		}
		return generator.generateKeyPair();
	}

	private Issued issue(String issuer, PrivateKey with, KeyPair own) throws Exception {
		Instant now = Instant.now();
		X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer),
				BigInteger.valueOf(System.nanoTime()), Date.from(now.plus(from)), Date.from(now.plus(until)),
				new X500Name(subject), own.getPublic());
		if (names != null) {
			builder.addExtension(Extension.subjectAlternativeName, false, names);
		}
		for (Extra extra : extras) {
			builder.addExtension(extra.type(), extra.critical(), extra.value());
		}
		String signature = digest + "with" + (with.getAlgorithm().startsWith("EC") ? "ECDSA" : "RSA");
		return new Issued(new JcaX509CertificateConverter().getCertificate(
				builder.build(new JcaContentSignerBuilder(signature).setProvider(BC).build(with))), own.getPrivate());
	}

	/** TLS with exactly these certificates in exactly this order, whatever they are worth. */
	static SSLContext serving(PrivateKey key, X509Certificate... chain) throws Exception {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(new KeyManager[]{new One(key, chain)}, null, null);
		return context;
	}

	private static final class One extends X509ExtendedKeyManager {
		private final PrivateKey key;
		private final X509Certificate[] chain;

		One(PrivateKey key, X509Certificate[] chain) {
			this.key = key;
			this.chain = chain.clone();
		}

		@Override
		public @Nullable String chooseEngineServerAlias(String type, Principal @Nullable [] issuers,
				@Nullable SSLEngine engine) {
			return type.equals(chain[0].getPublicKey().getAlgorithm()) ? "one" : null;
		}

		@Override
		public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers,
				@Nullable Socket socket) {
			return chooseEngineServerAlias(type, issuers, null);
		}

		@Override
		public X509Certificate[] getCertificateChain(String alias) {
			return chain.clone();
		}

		@Override
		public PrivateKey getPrivateKey(String alias) {
			return key;
		}

		@Override
		public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
			return new String[]{"one"};
		}

		@Override
		public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
			return null;
		}

		@Override
		public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers,
				@Nullable Socket socket) {
			return null;
		}
	}
}
