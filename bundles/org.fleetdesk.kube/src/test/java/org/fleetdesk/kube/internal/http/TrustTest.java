package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestAuthority.DAY;
import static org.fleetdesk.kube.internal.http.TestContexts.base64;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;
import static org.fleetdesk.kube.internal.http.TestContexts.trusting;

import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.AbstractThrowableAssert;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.http.TestAuthority.Issued;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are trusted, and what is said of the others. */
class TrustTest {

	private static TestAuthority authority;
	private static TestAuthority stranger;

	@BeforeAll
	static void certificates() throws Exception {
		authority = new TestAuthority("Fleet CA");
		stranger = new TestAuthority("Other CA");
	}

	private static TestServer server(Issued issued) throws Exception {
		return new TestServer(authority.context(issued), false, TestServer::ok);
	}

	private static AbstractThrowableAssert<?, ?> untrusted(KubeContext context) {
		return assertThatThrownBy(() -> get(context)).isInstanceOf(Untrusted.class).hasMessageStartingWith("test: ");
	}

	@Test
	void theAuthorityOfTheKubeconfigIsTrusted(@TempDir Path folder) throws Exception {
		Path file = Files.write(folder.resolve("ca.crt"), TestAuthority.pem(authority.certificate));
		try (TestServer server = server(authority.server("127.0.0.1"))) {
			assertThat(get(context(trusting(server.url(), authority), ""))).isEqualTo("{}");
			assertThat(get(context("server: \"" + server.url() + "\", certificate-authority: " + file, "")))
					.isEqualTo("{}");
		}
	}

	@Test
	void anotherAuthorityIsNot() throws Exception {
		try (TestServer server = server(authority.server("127.0.0.1"))) {
			untrusted(context(trusting(server.url(), stranger), "")).hasMessage("test: the server's certificate "
					+ "(CN=server, issued by CN=Fleet CA) is not signed by the authority in "
					+ "clusters[c].certificate-authority-data; the kubeconfig may be out of date or of another cluster.");
			untrusted(context("server: \"" + server.url() + "\"", ""))
					.hasMessageContaining("is not signed by an authority that this computer knows");
		}
	}

	@Test
	void expiredAndNotYetValidAreSaidWithTheirTime() throws Exception {
		Issued old = authority.issue("CN=old", "RSA", DAY.multipliedBy(-3), DAY.negated(), "127.0.0.1");
		try (TestServer server = server(old)) {
			untrusted(context(trusting(server.url(), authority), ""))
					.hasMessageContaining("(CN=old) expired on " + old.certificate().getNotAfter().toInstant());
		}
		Issued early = authority.issue("CN=early", "EC", DAY, DAY.multipliedBy(2), "127.0.0.1");
		try (TestServer server = server(early)) {
			untrusted(context(trusting(server.url(), authority), ""))
					.hasMessageContaining("valid only from " + early.certificate().getNotBefore().toInstant());
		}
	}

	@Test
	void aCertificateForAnotherHostIsRefusedUnlessTheNameIsGiven() throws Exception {
		try (TestServer server = server(authority.server("api.example", "10.0.0.1"))) {
			String entry = trusting(server.url(), authority);
			untrusted(context(entry, "")).hasMessageContaining(
					"(CN=server) is for 10.0.0.1, api.example and not for 127.0.0.1; correct");
			assertThat(get(context(entry + ", tls-server-name: api.example", ""))).isEqualTo("{}");
			untrusted(context(entry + ", tls-server-name: other.example", ""))
					.hasMessageContaining("not for other.example");
			assertThat(get(context("server: \"" + server.url() + "\", insecure-skip-tls-verify: true", "")))
					.isEqualTo("{}");
		}
	}

	@Test
	void anAuthorityThatCannotBeReadIsNamed(@TempDir Path folder) throws Exception {
		Path garbage = Files.writeString(folder.resolve("ca.crt"), "garbage");
		untrusted(context("server: \"https://127.0.0.1:1\", certificate-authority: " + garbage, ""))
				.hasMessageContaining("the file " + garbage + " (clusters[c].certificate-authority) holds no PEM cert");
		untrusted(context("server: \"https://127.0.0.1:1\", certificate-authority: /no/ca", ""))
				.hasMessageContaining("the file /no/ca (clusters[c].certificate-authority) does not exist");
		String damaged = base64("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----".getBytes());
		untrusted(context("server: \"https://127.0.0.1:1\", certificate-authority-data: " + damaged, ""))
				.hasMessageContaining("clusters[c].certificate-authority-data holds a damaged certificate");
	}

	@Test
	void anAuthorityPutRightIsTrustedWithoutANewConnection(@TempDir Path folder) throws Exception {
		Path file = Files.write(folder.resolve("ca.crt"), TestAuthority.pem(stranger.certificate));
		try (TestServer server = server(authority.server("127.0.0.1"));
				OkHttpTransport transport = TestContexts.transport(
						context("server: \"" + server.url() + "\", certificate-authority: " + file, ""))) {
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Untrusted.class);
			Files.write(file, TestAuthority.pem(authority.certificate));
			assertThat(get(transport, "/")).isEqualTo("{}");
		}
	}

	@Test
	void httpWhereHttpsBelongsIsSaid() throws Exception {
		try (TestServer secure = server(authority.server("127.0.0.1"))) {
			KubeContext reverse = context("server: \"" + secure.url().replace("https:", "http:") + "\"", "");
			assertThatThrownBy(() -> get(reverse)).isInstanceOf(Unreachable.class);
		}
		try (TestServer go = new TestServer(null, false, e -> TestServer.answer(e, 400, "text/plain",
				"Client sent an HTTP request to an HTTPS server.\n"))) {
			assertThatThrownBy(() -> get(context("server: \"" + go.url() + "\"", ""))).isInstanceOf(Unreachable.class)
					.hasMessageContaining("wants https; write https://");
		}
	}
}
