package org.fleetdesk.kube.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestContexts.base64;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.http.TestAuthority.Issued;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that must not be trusted: none is, and each is named by its own sentence. */
class BadCertificatesTest {

	private static Issued root;
	private static Issued middle;

	@BeforeAll
	static void authorities() throws Exception {
		root = Forge.authority("CN=Root", 3).selfSigned();
		middle = Forge.authority("CN=Middle", 2).by(root);
	}

	private interface Maker {
		/** The server's certificate first. */
		List<Issued> make() throws Exception;
	}

	/**
	 * A way to be bad.
	 *
	 * @param chain what the server sends
	 * @param trusted what the kubeconfig trusts, else the root
	 * @param named the tls-server-name, if there is one
	 */
	private record Bad(String what, Maker chain, Maker trusted, String named, String sentence) {
		@Override
		public String toString() {
			return what;
		}
	}

	private static Bad bad(String what, String sentence, Maker chain) {
		return new Bad(what, chain, () -> List.of(root), "", sentence);
	}

	private static Bad named(String what, String name, String sentence, Maker chain) {
		return new Bad(what, chain, () -> List.of(root), name, sentence);
	}

	/** Under a root of its own. */
	private static Bad under(String what, Maker chainWithRoot, String sentence) {
		List<Issued> made = new ArrayList<>();
		return new Bad(what, () -> {
			made.addAll(chainWithRoot.make());
			return made.subList(0, made.size() - 1);
		}, () -> List.of(made.getLast()), "", sentence);
	}

	static Stream<Bad> bad() {
		return Stream.of(
				bad("expired", "the server's certificate (CN=server) expired on ",
						() -> List.of(Forge.server().valid(-3, -1).by(root))),
				bad("not yet valid", "(CN=server) is valid only from ",
						() -> List.of(Forge.server().valid(1, 3).by(root))),
				bad("another host",
						"(CN=server) is for api.example and not for 127.0.0.1; correct the server's address",
						() -> List.of(Forge.server("api.example").by(root))),
				named("another address", "127.0.0.2", "is for 127.0.0.1 and not for 127.0.0.2",
						() -> List.of(Forge.server().by(root))),
				bad("common name only", "(CN=127.0.0.1) names its host in the old way only, as a common name",
						() -> List.of(Forge.plain("CN=127.0.0.1").by(root))),
				bad("for clients", "(CN=server) is not made for servers (its extended key usage",
						() -> List.of(Forge.server().with(Extension.extendedKeyUsage, false,
								new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)).by(root))),
				bad("self-signed", "(CN=server) is signed by nobody but itself and not by the authority in clusters[c]",
						() -> List.of(Forge.server().selfSigned())),
				bad("unknown authority",
						"(CN=server, issued by CN=Other) is not signed by the authority in clusters[c].certificate-authority-data; the kubeconfig may be out of date",
						() -> {
							Issued other = Forge.authority("CN=Other", 1).selfSigned();
							return List.of(Forge.server().by(other), other);
						}),
				bad("another authority of the same name",
						"is signed by another CN=Root than the authority in clusters[c].certificate-authority-data, with another key; the cluster may have been set up again",
						() -> List.of(Forge.server().by(Forge.authority("CN=Root", 3).selfSigned()))),
				bad("intermediate missing",
						"(CN=server, issued by CN=Middle) is not signed by the authority in clusters[c].certificate-authority-data, and the server does not send the certificate of its issuer",
						() -> List.of(Forge.server().by(middle))),
				bad("issued by a server", "is issued by CN=No Authority, which is no authority and may not issue",
						() -> {
							Issued no = Forge.plain("CN=No Authority")
									.with(Extension.basicConstraints, true, new BasicConstraints(false)).by(root);
							return List.of(Forge.server().by(no), no);
						}),
				bad("issued by one without the usage", "is issued by CN=Signer, which is no authority", () -> {
					Issued no = Forge.authority("CN=Signer", 1)
							.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)).by(root);
					return List.of(Forge.server().by(no), no);
				}), bad("path too long", "comes through more authorities than CN=Last allows", () -> {
					Issued last = Forge.authority("CN=Last", 0).by(root);
					Issued below = Forge.authority("CN=Below", 0).by(last);
					return List.of(Forge.server().by(below), below, last);
				}), under("path too long for the root", () -> {
					Issued strict = Forge.authority("CN=Strict", 0).selfSigned();
					Issued below = Forge.authority("CN=Below", 0).by(strict);
					return List.of(Forge.server().by(below), below, strict);
				}, "comes through more authorities than CN=Strict allows"),
				bad("names not allowed", "has names that its authority may not certify (its name constraints)", () -> {
					Issued bound = Forge.authority("CN=Bound", 0)
							.with(Extension.nameConstraints, true, constraints()).by(root);
					return List.of(Forge.server("api.example", "127.0.0.1").by(bound), bound);
				}), under("names not allowed by the root", () -> {
					Issued bound = Forge.authority("CN=Bound", 0)
							.with(Extension.nameConstraints, true, constraints()).selfSigned();
					return List.of(Forge.server("api.example", "127.0.0.1").by(bound), bound);
				}, "has names that its authority may not certify"),
				bad("weak key", "(CN=server) has a key that is too weak (RSA with 1024 bits)",
						() -> List.of(Forge.server().key("RSA", "1024").by(root))),
				under("weak authority", () -> {
					Issued weak = Forge.authority("CN=Weak", 0).key("RSA", "1024").selfSigned();
					return List.of(Forge.server().by(weak), weak);
				}, "the authority's certificate (CN=Weak), which the server's needs, has a key that is too weak"),
				bad("SHA-1", "(CN=server) is signed in a way that is too weak (SHA1WITHECDSA)",
						() -> List.of(Forge.server().digest("SHA1").by(root))),
				under("MD5", () -> {
					Issued rsa = Forge.authority("CN=RSA", 0).key("RSA", "2048").selfSigned();
					return List.of(Forge.server().key("RSA", "2048").digest("MD5").by(rsa), rsa);
				}, "(CN=server) is signed in a way that is too weak (MD5WITHRSA)"), under("expired authority", () -> {
					Issued old = Forge.authority("CN=Old", 0).valid(-9, -1).selfSigned();
					return List.of(Forge.server().by(old), old);
				}, "the authority's certificate (CN=Old), which the server's needs, expired on "),
				bad("expired intermediate",
						"the authority's certificate (CN=Old), which the server's needs, expired on ",
						() -> {
							Issued old = Forge.authority("CN=Old", 0).valid(-9, -1).by(root);
							return List.of(Forge.server().by(old), old);
						}),
				new Bad("expired and trusted by itself", () -> List.of(pinned()), () -> List.of(pinned()), "",
						"(CN=server) expired on "),
				named("wildcard of two labels", "a.b.example",
						"is for *.example and not for a.b.example, since * stands for one whole label only",
						() -> List.of(Forge.server("*.example").by(root))),
				named("wildcard in a label", "api.b.example", "is for a*.b.example and not for api.b.example",
						() -> List.of(Forge.server("a*.b.example").by(root))),
				named("wildcard of everything", "example", "is for * and not for example",
						() -> List.of(Forge.server("*").by(root))),
				named("a zero in the name", "api.example", "is for api.example .evil and not for api.example",
						() -> List.of(Forge.server("api.example\0.evil").by(root))),
				bad("something critical and unknown", "(CN=server) cannot be trusted (", () -> List.of(Forge.server()
						.with(new ASN1ObjectIdentifier("1.2.3.4.5"), true, new DERUTF8String("x")).by(root))));
	}

	private static Issued pinned;

	private static synchronized Issued pinned() throws Exception {
		if (pinned == null) {
			pinned = Forge.server().valid(-3, -1).selfSigned();
		}
		return pinned;
	}

	private static NameConstraints constraints() {
		return new NameConstraints(
				new GeneralSubtree[]{new GeneralSubtree(new GeneralName(GeneralName.dNSName, "allowed.example"))},
				null);
	}

	private static KubeContext trusting(String url, byte[] pem, String named) {
		return context("server: \"" + url + "\", certificate-authority-data: " + base64(pem)
				+ (named.isEmpty() ? "" : ", tls-server-name: \"" + named + "\""), "");
	}

	private static X509Certificate[] certificates(List<Issued> chain) {
		return chain.stream().map(Issued::certificate).toArray(X509Certificate[]::new);
	}

	@ParameterizedTest
	@MethodSource("bad")
	void isNotTrusted(Bad bad) throws Exception {
		List<Issued> chain = bad.chain().make();
		byte[] trusted = TestAuthority.pem(bad.trusted().make().get(0).certificate());
		try (TestServer server = new TestServer(Forge.serving(chain.get(0).key(), certificates(chain)), false,
				TestServer::ok)) {
			assertThatThrownBy(() -> get(trusting(server.url(), trusted, bad.named()))).isInstanceOf(Untrusted.class)
					.hasMessageStartingWith("test: ").hasMessageContaining(bad.sentence()).hasMessageEndingWith(".");
			assertThat(get(context("server: \"" + server.url() + "\", insecure-skip-tls-verify: true", "")))
					.as("what serves the bad certificate").isEqualTo("{}");
		}
	}

	/** The same servers with nothing bad, so that the tests above fail for the reason they name. */
	@Test
	void goodOnesAreTrustedAlsoWithTheirIssuersInAnyOrder() throws Exception {
		Issued third = Forge.authority("CN=Third", 0).by(middle);
		Issued server = Forge.server().with(Extension.extendedKeyUsage, false,
				new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)).by(third);
		try (TestServer secure = new TestServer(
				Forge.serving(server.key(), certificates(List.of(server, middle, third, root))), false,
				TestServer::ok)) {
			assertThat(get(trusting(secure.url(), root.certificatePem(), ""))).isEqualTo("{}");
		}
		Issued wild = Forge.server("*.b.example").by(root);
		try (TestServer secure = new TestServer(Forge.serving(wild.key(), wild.certificate()), false,
				TestServer::ok)) {
			assertThat(get(trusting(secure.url(), root.certificatePem(), "a.b.example"))).isEqualTo("{}");
		}
		Issued alone = Forge.server().selfSigned();
		try (TestServer secure = new TestServer(Forge.serving(alone.key(), alone.certificate()), false,
				TestServer::ok)) {
			assertThat(get(trusting(secure.url(), alone.certificatePem(), ""))).isEqualTo("{}");
		}
	}

	@Test
	void anAuthorityBeforeTheServerIsTheWrongOrder() throws Exception {
		Issued server = Forge.server().by(middle);
		try (TestServer secure = new TestServer(
				Forge.serving(server.key(), middle.certificate(), server.certificate()), false, TestServer::ok)) {
			assertThatThrownBy(() -> get(trusting(secure.url(), root.certificatePem(), "")))
					.isInstanceOf(Untrusted.class)
					.hasMessageContaining("in the wrong order: an authority's (CN=Middle) comes first");
		}
	}

	@Test
	void revokedByTheListBesideTheAuthority() throws Exception {
		Issued server = Forge.server().by(root);
		Issued other = Forge.server().by(root);
		byte[] list = list(root, root, server.certificate().getSerialNumber());
		byte[] forged = list(root, Forge.authority("CN=Root", 0).selfSigned(), other.certificate().getSerialNumber());
		ByteArrayOutputStream bundle = new ByteArrayOutputStream();
		bundle.writeBytes(root.certificatePem());
		bundle.writeBytes(list);
		bundle.writeBytes(forged);
		try (TestServer revoked = new TestServer(Forge.serving(server.key(), server.certificate()), false,
				TestServer::ok);
				TestServer good = new TestServer(Forge.serving(other.key(), other.certificate()), false,
						TestServer::ok)) {
			assertThatThrownBy(() -> get(trusting(revoked.url(), bundle.toByteArray(), "")))
					.isInstanceOf(Untrusted.class).hasMessageContaining("(CN=server) was revoked on ");
			assertThat(get(trusting(good.url(), bundle.toByteArray(), ""))).isEqualTo("{}");
		}
	}

	private static byte[] list(Issued named, Issued signing, BigInteger serial) throws Exception {
		X509v2CRLBuilder list = new X509v2CRLBuilder(
				new X500Name(named.certificate().getSubjectX500Principal().getName()), new Date());
		list.addCRLEntry(serial, new Date(), 1);
		return TestAuthority.pem(list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing.key())));
	}

	/** Java's TLS serves none of these, so that they are put before the check itself. */
	@ParameterizedTest
	@ValueSource(strings = {"secp256k1", "secp192r1", "brainpoolP256r1", "secp224r1"})
	void keysOnOtherCurvesAreRefused(String curve) throws Exception {
		Issued server = Forge.server().key("EC", curve).by(root);
		ServerTrust trust = ServerTrust.of(trusting("https://127.0.0.1:1", root.certificatePem(), "").server(),
				"127.0.0.1");
		assertThatThrownBy(() -> trust.checkServerTrusted(new X509Certificate[]{server.certificate()}, "UNKNOWN"))
				.isInstanceOf(RefusedCertificate.class)
				.hasMessageContaining("has a key of a kind or curve that is not supported (EC)");
	}

	@Test
	void anAuthorityThatIsNoCertificateIsNamed() throws Exception {
		assertThatThrownBy(() -> get(trusting("https://127.0.0.1:1", root.keyPem(), "")))
				.isInstanceOf(Untrusted.class).hasMessageContaining(
						"clusters[c].certificate-authority-data holds a private key and no certificate");
		assertThatThrownBy(() -> get(trusting("https://127.0.0.1:1", "garbage".getBytes(UTF_8), "")))
				.isInstanceOf(Untrusted.class)
				.hasMessageContaining("clusters[c].certificate-authority-data holds no PEM certificate");
		byte[] list = "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n".getBytes(UTF_8);
		ByteArrayOutputStream bundle = new ByteArrayOutputStream();
		bundle.writeBytes(root.certificatePem());
		bundle.writeBytes(list);
		assertThatThrownBy(() -> get(trusting("https://127.0.0.1:1", bundle.toByteArray(), "")))
				.isInstanceOf(Untrusted.class).hasMessageContaining("holds a damaged revocation list");
	}
}
