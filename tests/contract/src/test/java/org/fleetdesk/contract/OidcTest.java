package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.login.LoginOffer;
import org.fleetdesk.kube.login.LoginPrompt;
import org.fleetdesk.kube.login.Logins;
import org.fleetdesk.kube.login.RefreshTokens;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;
import org.fleetdesk.kube.watch.Freshness.State;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins by OpenID Connect at an issuer that the API server believes. */
@OnEveryServer
class OidcTest extends Check {

	/** Refresh tokens as they come. */
	private static final class Kept implements RefreshTokens {
		private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();

		@Override
		public Optional<String> find(String login) {
			return Optional.empty();
		}

		@Override
		public void keep(String login, String token) {
			tokens.add(token);
		}
	}

	private final Kept kept = new Kept();

	OidcTest(Server server) {
		super(server);
	}

	@BeforeEach
	void applies() {
		Assumptions.assumeTrue(server.has("oidc-login"), "a server that believes an issuer");
	}

	/** A browser that goes where it is sent, in place of a person's. */
	private LoginPrompt browser() throws Exception {
		KubeContext context = server.context("oidc-login");
		HttpClient client = closing(HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).sslContext(Sandbox
				.trusting(Sandbox.bytes(context.user().oidc().orElseThrow().authority().orElseThrow()))).build());
		return offer -> {
			CompletableFuture<?> gone = client.sendAsync(HttpRequest.newBuilder(offer.page().orElseThrow()).build(),
					BodyHandlers.discarding());
			return () -> gone.cancel(true);
		};
	}

	private Connection connection(KubeContext context, LoginPrompt prompt) {
		Logins logins = new Logins(prompt, kept, notice -> {
			throw new AssertionError(notice);
		});
		return closing(
				new HttpConnector((c, exec) -> false, Map.of(), InstantSource.system(), logins).connect(context));
	}

	@Test
	void aTokenThatExpiresMidWatchEndsNothing() throws Exception {
		Connection connection = connection(server.context("oidc-login"), browser());
		Sandbox sandbox = sandbox();
		Scope scope = new Scope(type("configmaps"), sandbox.namespace, "contract=yes", "");
		LiveTable table = live(connection.reader(), scope);
		table.await(State.LIVE);
		String first = kept.tokens.take();
		String second;
		while ((second = kept.tokens.poll(500, TimeUnit.MILLISECONDS)) == null) {
			list(connection.reader(), scope, ListOptions.ALL); // until one finds its token at its end
		}
		assertThat(second).isNotEqualTo(first);
		sandbox.create("after");
		table.awaitRow("after");
		assertThat(table.said()).extracting(Freshness::state).doesNotContain(State.STALE, State.FAILED);
	}

	@Test
	void tokensOfAKubeconfigAreRenewedAndWrittenBack(@TempDir Path folder) throws Exception {
		CompletableFuture<LoginOffer> asked = new CompletableFuture<>();
		Connection login = connection(server.context("oidc-login"), browser());
		list(login.reader(), scope("pods", "team-a"), ListOptions.ALL);
		String refresh = kept.tokens.take();
		KubeContext oidc = server.context("oidc-login");
		Path file = Files.writeString(folder.resolve("config"), """
				# by hand
				clusters: [{name: c, cluster: {server: '%s', insecure-skip-tls-verify: true}}]
				contexts: [{name: x, context: {cluster: c, user: u}}]
				users: [{name: u, user: {auth-provider: {name: oidc, config: {client-id: '%s',
				  idp-issuer-url: '%s', idp-certificate-authority-data: %s,
				  refresh-token: '%s'}}}}]
				""".formatted(oidc.server().url(), oidc.user().oidc().orElseThrow().clientId(),
				oidc.user().oidc().get().issuer(), Base64.getEncoder()
						.encodeToString(Sandbox.bytes(oidc.user().oidc().get().authority().orElseThrow())),
				refresh));
		KubeContext written = new KubeconfigReader().read(List.of(file)).contexts().getFirst();
		Connection connection = connection(written, offer -> {
			asked.complete(offer);
			return () -> {
				// nothing was shown
			};
		});
		assertThat(list(connection.reader(), scope("pods", "team-a"), ListOptions.ALL).rows).isNotEmpty();
		assertThat(asked).isNotDone();
		assertThat(Files.readString(file)).startsWith("# by hand\n").contains("id-token: ey")
				.doesNotContain("'" + refresh + "'");
		assertThat(kept.tokens).isEmpty();
	}

	@Test
	void anotherDeviceLogsIn() throws Exception {
		LoginPrompt browser = browser();
		Connection connection = connection(server.context("oidc-login"),
				offer -> browser.show(new LoginOffer(offer.cluster(), offer.issuer(),
						Optional.of(URI.create(offer.device().orElseThrow().page() + "?user_code="
								+ offer.device().get().code())),
						Optional.empty(), offer.until(), offer.cancel())));
		assertThat(list(connection.reader(), scope("nodes", ""), ListOptions.ALL).rows).isNotEmpty();
	}

	@Test
	void withoutAnybodyTheLoginIsRefusedInOneSentence() {
		Connection connection = connection(server.context("oidc-login"), LoginPrompt.NOBODY);
		assertThatThrownBy(() -> list(connection.reader(), scope("pods", ""), ListOptions.ALL))
				.isInstanceOf(Unauthenticated.class).hasMessageContaining("nobody can be asked here");
	}
}
