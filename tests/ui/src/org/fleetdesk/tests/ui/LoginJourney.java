package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.config.Material;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Logging in by each form that a kubeconfig has, and failing to; OpenID Connect is {@link OidcJourney}'s. The last look is
 * for secrets in what the workbench has written meanwhile.
 */
@ExtendWith(WorkbenchExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginJourney {

	private static final String TYPED = "open-CANARY-typed";

	/** Contexts of the journey by the cluster and user of the control plane's kubeconfig, or of the journey's own users. */
	private static final String CONTEXTS = """
			apiVersion: v1
			kind: Config
			contexts:
			- {name: by-certificate, context: {cluster: local, user: admin-cert}}
			- {name: by-certificate-file, context: {cluster: local, user: admin-cert-files}}
			- {name: by-token, context: {cluster: local, user: token}}
			- {name: by-token-file, context: {cluster: local, user: token-file}}
			- {name: by-account, context: {cluster: local, user: service-account}}
			- {name: by-plugin, context: {cluster: local, user: my-plugin}}
			- {name: by-plugin-that-asks, context: {cluster: local, user: my-talk}}
			- {name: by-plugin-cancelled, context: {cluster: local, user: my-other-talk}}
			- {name: as-somebody, context: {cluster: local, user: as-viewer}}
			- {name: under-another-name, context: {cluster: second-name, user: admin-cert}}
			- {name: with-bad-token, context: {cluster: local, user: bad-token}}
			- {name: with-old-certificate, context: {cluster: local, user: expired-cert}}
			- {name: with-wrong-authority, context: {cluster: wrong-ca, user: admin-cert}}
			- {name: with-password, context: {cluster: local, user: my-password}}
			- {name: with-no-program, context: {cluster: local, user: my-missing}}
			- {name: with-broken-program, context: {cluster: local, user: my-broken}}
			- {name: with-no-file, context: {cluster: local, user: my-lost-file}}
			users:
			- {name: my-password, user: {username: bob, password: CANARY-password}}
			- {name: my-lost-file, user: {tokenFile: /nowhere/token}}
			- {name: my-missing, user: {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never,
			    command: fleetdesk-no-such-login, installHint: get it from the intranet}}}
			""";

	private static Path folder;
	private static String kubeconfig;

	@BeforeAll
	static void plugins() throws IOException {
		Journey.needsControlPlane();
		folder = Files.createTempDirectory("fleetdesk-logins");
		String gives = "exec cat '" + Journey.controlPlane("exec/token.json") + "'";
		String asks = """
				echo 'Logging in carol.' >&2
				printf 'Password: ' >&2
				while read -r word; do
				  [ "$word" = %s ] && %s
				  printf '\\nThat is not it. Password: ' >&2
				done
				exit 1""".formatted(TYPED, gives);
		kubeconfig = CONTEXTS + plugin("my-plugin", "Never", gives) + plugin("my-talk", "Always", asks)
				+ plugin("my-other-talk", "Always", asks)
				+ plugin("my-broken", "Never", "echo 'password=CANARY-said is not known' >&2; exit 3");
	}

	private static String plugin(String name, String mode, String script) throws IOException {
		Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
		return """
				- {name: %s, user: {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: %s, command: %s}}}
				"""
				.formatted(name, mode, file);
	}

	@BeforeEach
	void start() {
		Journey.kubeconfig(kubeconfig);
		FleetPage.show();
		FleetPage.await("by-certificate", "");
	}

	@AfterAll
	static void end() throws IOException {
		Journey.kubeconfig("apiVersion: v1\nkind: Config\n");
		FleetPage.awaitGone("by-certificate");
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(folder);
	}

	private static void allow(String context) {
		FleetPage.open(context);
		Ui.await("the question", () -> Controls.shell("Run a Login Program?").isPresent());
		Controls.push("Run Always", b -> b.getText().equals("Run &Always"));
	}

	@Test
	@Order(1)
	void everyFormOfLoginConnects() {
		List<String> administrators = List.of("by-certificate", "by-certificate-file", "by-token", "by-token-file",
				"under-another-name");
		administrators.forEach(FleetPage::open);
		List.of("by-account", "as-somebody").forEach(FleetPage::open);
		allow("by-plugin");
		administrators.forEach(name -> FleetPage.await(name, "nodes"));
		FleetPage.await("by-plugin", "nodes");
		FleetPage.await("by-account", "v1.");
		FleetPage.await("as-somebody", "v1.");
		Journey.photograph("logins");
	}

	@Test
	@Order(2)
	void everyLoginThatFailsSaysWhy() {
		Map<String, String> sentences = Map.of("with-bad-token", "the server does not accept the token in users[",
				"with-old-certificate", "get a new one", "with-wrong-authority",
				"is not signed by the authority in clusters[wrong-ca]",
				"with-password", "the server does not accept the user name and password in users[",
				"with-no-program", "is not installed or not on the PATH; get it from the intranet",
				"with-no-file", "/nowhere/token", "with-broken-program", "ended with code 3");
		Stream.of("bad-token", "old-certificate", "wrong-authority", "password", "no-program", "no-file")
				.forEach(name -> FleetPage.open("with-" + name));
		allow("with-broken-program");
		sentences.forEach((name, sentence) -> {
			FleetPage.await(name, "away since");
			FleetPage.expand(name);
			Ui.await(name + ": " + sentence, () -> reason(name).contains(sentence));
			String reason = Ui.ask(() -> reason(name));
			assertTrue(reason.endsWith(".") && !reason.contains(name) && !reason.contains("CANARY"), reason);
		});
		Journey.photograph("logins-failed");
	}

	/** The line under a cluster that is away. */
	private static String reason(String name) {
		return FleetPage.lines().filter(line -> line.getText().startsWith(name + " "))
				.flatMap(line -> Arrays.stream(line.getItems())).map(TreeItem::getText).findFirst().orElse("");
	}

	@Test
	@Order(3)
	void aPluginThatAsksIsAnswered() {
		String title = "Log In to by-plugin-that-asks";
		allow("by-plugin-that-asks");
		awaitSaid(title, "Password:");
		Text answer = Controls.await("the line for the answer", Text.class,
				t -> t.getShell().getText().equals(title) && t.getEditable());
		assertTrue(Ui.ask(answer::isFocusControl), "one can type at once");
		answer(title, answer, "wrong");
		awaitSaid(title, "That is not it.");
		assertEquals("", Ui.ask(answer::getText));
		Journey.photograph("login-asks");
		answer(title, answer, TYPED);
		FleetPage.await("by-plugin-that-asks", "nodes");
		Ui.await("the dialog is gone", () -> Controls.shell(title).isEmpty());
	}

	private static void answer(String title, Text line, String words) {
		Ui.run(() -> line.setText(words));
		Controls.push("Send", b -> b.getText().equals("&Send") && b.getShell().getText().equals(title));
	}

	private static void awaitSaid(String title, String words) {
		Ui.await("it says " + words, () -> Controls.visible(Text.class)
				.anyMatch(t -> t.getShell().getText().equals(title) && t.getText().contains(words)));
	}

	@Test
	@Order(4)
	void whoCancelsIsAskedAgainAfterARefreshOnly() {
		String name = "by-plugin-cancelled";
		String title = "Log In to " + name;
		allow(name);
		awaitSaid(title, "Password:");
		cancel(title);
		FleetPage.await(name, "away since");
		FleetPage.expand(name);
		Ui.await("why", () -> reason(name).contains("was cancelled (to try again, close the cluster"));
		assertFalse(Ui.ask(() -> Controls.shell(title).isPresent()));
		Journey.photograph("login-cancelled");
		FleetPage.click(name);
		Ui.later(() -> Ui.execute("org.eclipse.ui.file.refresh"));
		awaitSaid(title, "Password:");
		cancel(title);
		Ui.await("the dialog is gone", () -> Controls.shell(title).isEmpty());
	}

	private static void cancel(String title) {
		Controls.push("Cancel", b -> b.getText().equals("Cancel") && b.getShell().getText().equals(title));
	}

	@Test
	@Order(5)
	void noSecretOfTheseLoginsIsWritten() throws Exception {
		List<String> secrets = secrets();
		String log = Ui.ask(LoginJourney::logView);
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.copyDiagnostics"));
		Controls.push("OK", b -> b.getText().equals("OK") && b.getShell().getText().contains("Copy Diagnostics"));
		Ui.await("the diagnostics", () -> clipboard().contains("with-old-certificate: AWAY"));
		String diagnostics = Ui.ask(LoginJourney::clipboard);
		for (String secret : secrets) {
			assertFalse(log.contains(secret), "the log view");
			assertFalse(diagnostics.contains(secret), "the diagnostics");
		}
		Path workspace = Path.of(Platform.getInstanceLocation().getURL().toURI());
		assertTrue(scan(workspace, secrets) > 0, "nothing is kept in " + workspace);
		assertTrue(scan(Path.of(System.getenv("FLEETDESK_CONFIG")), secrets) > 0);
	}

	/** Tokens and passwords of the journey, and the first key in each form that it has. */
	private static List<String> secrets() throws IOException {
		String token = Files.readString(Journey.controlPlane("pki/admin.token")).strip();
		String account = Files.readString(Journey.controlPlane("pki/service-account.token")).strip();
		KubeContext context = new KubeconfigReader().read(List.of(Journey.controlPlane("kubeconfig"))).contexts()
				.stream().filter(c -> c.name().equals("admin-cert")).findFirst().orElseThrow();
		String key = new String(((Material.Inline) context.user().certificate().orElseThrow().key()).bytes(),
				StandardCharsets.US_ASCII).lines().skip(1).findFirst().orElseThrow();
		assertTrue(Stream.of(token, account, key).allMatch(secret -> secret.length() > 15));
		return List.of(token, account, key, "CANARY", "not-a-token");
	}

	/** Every text of the product's log view; on the UI thread. */
	private static String logView() {
		try {
			IViewPart view = Ui.page().showView("org.eclipse.pde.runtime.LogView");
			StringBuilder texts = new StringBuilder(view.getTitle());
			Controls.visible(Tree.class).flatMap(tree -> Arrays.stream(tree.getItems())).forEach(i -> add(i, texts));
			Ui.page().hideView(view);
			return texts.toString();
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	private static void add(TreeItem item, StringBuilder texts) {
		texts.append('\n').append(item.getText()).append(item.getText(1));
		Arrays.stream(item.getItems()).forEach(child -> add(child, texts));
	}

	private static String clipboard() {
		Clipboard clipboard = new Clipboard(Ui.display());
		try {
			return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
		} finally {
			clipboard.dispose();
		}
	}

	/** Looks for secrets in the bytes of every file; returns how many files there were. */
	private static int scan(Path folder, List<String> secrets) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			List<Path> all = files.filter(Files::isRegularFile).toList();
			for (Path file : all) {
				String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
				for (String secret : secrets) {
					assertFalse(bytes.contains(secret), "in " + file);
				}
			}
			return all.size();
		}
	}
}
