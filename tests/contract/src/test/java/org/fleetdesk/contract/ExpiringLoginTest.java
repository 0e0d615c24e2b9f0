package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;
import org.fleetdesk.kube.config.KubeUser.Exec;
import org.fleetdesk.kube.config.Material;
import org.fleetdesk.kube.internal.http.OkHttpTransport;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;
import org.fleetdesk.kube.watch.Freshness.State;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Logins that end while something is watched: the first of two accounts loses its rights or is deleted, and the login
 * goes over to the second. Watches end every two seconds, so that there are requests to be refused.
 */
@OnEveryServer
class ExpiringLoginTest extends Check {

	@TempDir
	Path folder;

	private final Semaphore watches = new Semaphore(0);
	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
	private Sandbox sandbox;
	private Scope scope;
	private String first;
	private String second;

	ExpiringLoginTest(Server server) {
		super(server);
	}

	@BeforeEach
	void makeAccounts() throws Exception {
		Assumptions.assumeTrue(server.has("service-account"), "a server that gives accounts tokens");
		sandbox = sandbox();
		sandbox.create("before");
		scope = new Scope(type("configmaps"), sandbox.namespace, "contract=yes", "");
		first = account("first");
		second = account("second");
		tokenIs(first);
	}

	private String account(String name) throws Exception {
		send("POST", "/api/v1", "/serviceaccounts", "{\"metadata\":{\"name\":\"%s\"}}".formatted(name));
		send("POST", "/apis/rbac.authorization.k8s.io/v1", "/rolebindings", """
				{"metadata":{"name":"%1$s"},"subjects":[{"kind":"ServiceAccount","name":"%1$s","namespace":"%2$s"}],
				"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"}}
				""".formatted(name, sandbox.namespace));
		String token = new ObjectMapper().readTree(send("POST", "/api/v1", "/serviceaccounts/" + name + "/token",
				"{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\"}")).at("/status/token")
				.asText();
		awaitAnswer(token, Optional.empty());
		return token;
	}

	private String send(String method, String version, String path, String body) throws Exception {
		return sandbox.send(method, version + "/namespaces/" + sandbox.namespace + path, "application/json", body);
	}

	private void takeRights(String account) throws Exception {
		send("DELETE", "/apis/rbac.authorization.k8s.io/v1", "/rolebindings/" + account, "");
	}

	private void delete(String account) throws Exception {
		send("DELETE", "/api/v1", "/serviceaccounts/" + account, "");
	}

	/** Waits until the server refuses a token so, or takes it; it learns of rights and accounts a moment later. */
	private void awaitAnswer(String token, Optional<Class<? extends KubeException>> refusal) throws Exception {
		Material inline = new Material.Inline("token", token.getBytes(StandardCharsets.UTF_8));
		try (Transport transport = transport(user(Optional.of(inline), Optional.empty()))) {
			Optional<Class<? extends KubeException>> answer;
			do {
				try {
					list(new HttpReader(transport), scope, ListOptions.ALL);
					answer = Optional.empty();
				} catch (KubeException e) {
					answer = Optional.of(e.getClass());
				}
			} while (!answer.equals(refusal));
		}
	}

	private static KubeUser user(Optional<Material> token, Optional<Exec> exec) {
		return new KubeUser("expiring", Optional.empty(), token, Optional.empty(), exec, Optional.empty(),
				Optional.empty());
	}

	private Transport transport(KubeUser user) {
		KubeContext context = new KubeContext("expiring", "", server.context(server.admin()).server(), user,
				Optional.empty());
		return new OkHttpTransport(context, (c, exec) -> true, System.getenv(),
				user.exec().isPresent() ? InstantSource.system() : now::get, Limits.USUAL);
	}

	/** Watches as a user, and counts the watches. */
	private LiveTable live(KubeUser user) throws InterruptedException {
		Reader reader = new HttpReader(Altered.brief(new Altered(closing(transport(user)), call -> {
			if (call.verb().equals("watch")) {
				watches.release();
			}
			return call;
		}, (call, body) -> body), 2));
		LiveTable table = live(reader, scope);
		table.await(State.LIVE);
		table.awaitRow("before");
		return table;
	}

	private KubeUser byFile() {
		return user(Optional.of(new Material.InFile("tokenFile", folder.resolve("token"))), Optional.empty());
	}

	/** A plugin whose tokens are good for three seconds, and a line in "runs" for each. */
	private KubeUser byPlugin() throws IOException {
		Path script = Files.writeString(folder.resolve("plugin"), """
				#!/bin/sh
				cd "$(dirname "$0")"
				echo run >>runs
				printf '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {
				  "token": "%s", "expirationTimestamp": "%s"}}' "$(cat token)" "$(date -u -d '+3 seconds' +%FT%TZ)"
				""");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
		return user(Optional.empty(), Optional.of(new Exec(script.toString(), List.of(), Map.of(),
				"client.authentication.k8s.io/v1", "", false, "Never")));
	}

	private void tokenIs(String token) throws IOException {
		Files.move(Files.writeString(folder.resolve("token.new"), token), folder.resolve("token"),
				StandardCopyOption.ATOMIC_MOVE);
	}

	private void goesOn(LiveTable table) throws Exception {
		watches.drainPermits();
		watches.acquire(2);
		sandbox.create("after");
		table.awaitRow("after");
		table.awaitRow("before");
		assertThat(table.blanks()).isZero();
	}

	private static void wasAlwaysLive(LiveTable table) {
		assertThat(table.said()).filteredOn(f -> f.state() == State.STALE || f.state() == State.FAILED)
				.extracting(Freshness::problem).isEmpty();
	}

	@Test
	void aTokenFileThatIsWrittenAnewMidWatchIsReadAnew() throws Exception {
		LiveTable table = live(byFile());
		tokenIs(second);
		now.set(now.get().plusSeconds(61));
		watches.drainPermits();
		watches.acquire(2); // what was asked with the first token has been let in
		takeRights("first");
		awaitAnswer(first, Optional.of(Forbidden.class));
		goesOn(table);
		wasAlwaysLive(table);
	}

	@Test
	void aPluginWhoseTokenEndsMidWatchRunsAgain() throws Exception {
		LiveTable table = live(byPlugin());
		tokenIs(second);
		int before = runs();
		while (runs() < before + 2) {
			watches.acquire();
		}
		takeRights("first");
		awaitAnswer(first, Optional.of(Forbidden.class));
		goesOn(table);
		wasAlwaysLive(table);
	}

	private int runs() throws IOException {
		return Files.readAllLines(folder.resolve("runs")).size();
	}

	@Test
	void aTokenThatIsRefusedMidWatchIsReadAnewAtOnce() throws Exception {
		LiveTable table = live(byFile()); // and the clock stands still: what was read counts as fresh
		tokenIs(second);
		delete("first");
		awaitAnswer(first, Optional.of(Unauthenticated.class));
		goesOn(table);
		wasAlwaysLive(table);
	}

	@Test
	void whoIsRefusedMidWatchKeepsTheRowsUntilTheTokenIsRenewed() throws Exception {
		LiveTable table = live(byFile());
		delete("first");
		table.await(State.STALE);
		assertThat(table.said().getLast().problem().orElseThrow()).isInstanceOf(Unauthenticated.class);
		assertThat(table.rows()).isNotEmpty();
		tokenIs(second);
		table.await(State.LIVE);
		goesOn(table);
	}
}
