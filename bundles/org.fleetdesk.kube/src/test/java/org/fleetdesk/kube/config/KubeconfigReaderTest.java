package org.fleetdesk.kube.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigReaderTest {

	private static final String DEV = """
			apiVersion: v1
			kind: Config
			current-context: dev
			clusters:
			- name: dev
			  cluster:
			    server: https://dev.example:6443
			    certificate-authority: pki/ca.crt
			users:
			- name: alice
			  user:
			    tokenFile: ../alice.token
			contexts:
			- name: dev
			  context: {cluster: dev, user: alice, namespace: web}
			""";

	@TempDir
	Path folder;

	private final KubeconfigReader reader = new KubeconfigReader();

	private Path file(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	private static KubeContext only(Kubeconfig config) {
		assertThat(config.contexts()).hasSize(1);
		return config.contexts().get(0);
	}

	@Test
	void aContextIsWholeAndPathsAreRelativeToTheFile() throws IOException {
		Path file = file("kube/config", DEV);
		Kubeconfig config = reader.read(List.of(file));
		assertThat(config.findings()).isEmpty();
		assertThat(config.current()).contains("dev");
		KubeContext dev = only(config);
		assertThat(dev.source()).isEqualTo(file.toString());
		assertThat(dev.namespace()).contains("web");
		assertThat(dev.server().url()).isEqualTo(URI.create("https://dev.example:6443"));
		assertThat(dev.server().authority()).contains(
				new Material.InFile("clusters[dev].certificate-authority", folder.resolve("kube/pki/ca.crt")));
		assertThat(dev.user().token())
				.contains(new Material.InFile("users[alice].tokenFile", folder.resolve("alice.token")));
	}

	@Test
	void theFirstFileThatNamesAnEntryWinsAndTheOtherIsToldOf() throws IOException {
		Path first = file("a", DEV);
		Path second = file("b", DEV.replace("dev.example", "other.example").replace("current-context: dev",
				"current-context: other") + "- name: other\n  context: {cluster: dev, user: alice}\n");
		Kubeconfig config = reader.read(List.of(first, second));
		assertThat(config.contexts()).extracting(KubeContext::name).containsExactly("dev", "other");
		assertThat(config.contexts()).extracting(c -> c.server().url().getHost()).containsOnly("dev.example");
		assertThat(config.contexts().get(1).source()).isEqualTo(second.toString());
		assertThat(config.current()).contains("dev");
		assertThat(config.findings()).extracting(Finding::severity).containsOnly(Severity.WARNING);
		assertThat(config.findings()).extracting(Finding::subject).containsExactly(second + ": clusters[dev]",
				second + ": users[alice]", second + ": contexts[dev]");
		assertThat(config.findings().get(0).message()).contains(first.toString());
	}

	@Test
	void entriesOfOneFileServeContextsOfAnother() throws IOException {
		Path contexts = file("contexts", "contexts: [{name: c, context: {cluster: dev, user: alice}}]\n");
		Kubeconfig config = reader.read(List.of(contexts, folder.resolve("missing"), file("rest", DEV), contexts));
		assertThat(config.findings()).isEmpty();
		assertThat(config.contexts()).extracting(KubeContext::name).containsExactly("c", "dev");
	}

	@Test
	void noUserIsNobodyAndJsonAndByteOrderMarksAreRead() throws IOException {
		String json = "{\"clusters\":[\n\t{\"name\":\"d\",\"cluster\":{\"server\":\"https://h\"}}],"
				+ "\"contexts\":[{\"name\":\"d\",\"context\":{\"cluster\":\"d\"}}]}";
		assertThat(only(reader.parse(json, "pasted text")).user()).isEqualTo(KubeUser.ANONYMOUS);
		Path utf16 = Files.write(folder.resolve("w"), ("\uFEFF" + DEV).getBytes(StandardCharsets.UTF_16LE));
		assertThat(only(reader.read(List.of(utf16))).name()).isEqualTo("dev");
		Path utf8 = Files.writeString(folder.resolve("u"), "\uFEFF" + DEV);
		assertThat(only(reader.read(List.of(utf8))).name()).isEqualTo("dev");
	}

	@Test
	void everyFieldOfAUserIsRead() throws IOException {
		String text = """
				clusters:
				- name: c
				  cluster: {server: "host:6443", insecure-skip-tls-verify: true, tls-server-name: api.example,
				    proxy-url: "socks5://proxy:1080"}
				- &plain {name: p, cluster: {server: host}}
				users:
				- name: u
				  user:
				    client-certificate-data: Q0VSVA==
				    client-certificate: ignored.crt
				    client-key-data: S0VZ
				    username: bob
				    password: pw
				    as: carol
				    as-uid: "7"
				    as-groups: [one, two]
				    as-user-extra: {reason: [test]}
				    exec:
				      apiVersion: client.authentication.k8s.io/v1
				      command: ./login
				      args: [--cluster, c]
				      env: [{name: A, value: b}]
				      interactiveMode: Never
				      provideClusterInfo: true
				      installHint: get it
				contexts:
				- {name: c, context: {cluster: c, user: u}}
				- {name: p, context: {cluster: p}}
				""";
		Kubeconfig config = reader.read(List.of(file("k", text)));
		assertThat(config.findings()).singleElement()
				.satisfies(f -> assertThat(f.text()).contains("clusters[c].insecure-skip-tls-verify",
						"The server's certificate is not checked", "Name its authority"))
				.extracting(Finding::severity).isEqualTo(Finding.Severity.WARNING);
		KubeContext c = config.contexts().get(0);
		assertThat(c.server().url()).hasToString("https://host:6443");
		assertThat(c.server().insecure()).isTrue();
		assertThat(c.server().tlsServerName()).contains("api.example");
		assertThat(c.server().proxy()).contains(URI.create("socks5://proxy:1080"));
		assertThat(config.contexts().get(1).server().url()).hasToString("http://host");
		KubeUser u = c.user();
		assertThat(((Material.Inline) u.certificate().orElseThrow().certificate()).bytes()).asString()
				.isEqualTo("CERT");
		assertThat(((Material.Inline) u.certificate().orElseThrow().key()).bytes()).asString().isEqualTo("KEY");
		assertThat(u.basic().orElseThrow().user()).isEqualTo("bob");
		assertThat(u.impersonate()).contains(
				new KubeUser.Impersonation("carol", "7", List.of("one", "two"), Map.of("reason", List.of("test"))));
		assertThat(u.exec()).contains(new KubeUser.Exec(folder.resolve("login").toString(), List.of("--cluster", "c"),
				Map.of("A", "b"), "client.authentication.k8s.io/v1", "get it", true, "Never"));
	}

	@Test
	void mergeKeysAndAliasesOfYamlWork() {
		String text = """
				base: &base {server: "https://h", tls-server-name: a}
				clusters:
				- {name: c, cluster: {<<: *base, tls-server-name: b}}
				contexts: [{name: c, context: {cluster: c}}]
				""";
		KubeServer server = only(reader.parse(text, "t")).server();
		assertThat(server.url()).hasToString("https://h");
		assertThat(server.tlsServerName()).contains("b");
	}

	@Test
	void threeHundredContextsReadNoOtherFile() throws IOException {
		StringBuilder text = new StringBuilder("clusters:\n");
		for (int i = 0; i < 300; i++) {
			text.append("- name: c%d\n  cluster: {server: 'https://h%d', certificate-authority: /no/ca%d}\n"
					.formatted(i, i, i));
		}
		text.append("users:\n- name: u\n  user: {exec: {command: no-such-plugin, apiVersion: "
				+ "client.authentication.k8s.io/v1beta1}}\ncontexts:\n");
		for (int i = 0; i < 300; i++) {
			text.append("- {name: c%d, context: {cluster: c%d, user: u}}\n".formatted(i, i));
		}
		Kubeconfig config = reader.read(List.of(file("many", text.toString())));
		assertThat(config.contexts()).hasSize(300);
		assertThat(config.findings()).isEmpty();
	}

	@Test
	void nothingSecretIsEverPrinted() throws IOException {
		String secret = "CANARY";
		String data = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
		String text = """
				clusters:
				- {name: c, cluster: {server: "https://h", proxy-url: "http://u:CANARY@p:1"}}
				- {name: bad, cluster: {server: "https://u:CANARY@h"}}
				- {name: bad2, cluster: {server: "https://h", proxy-url: "htt p://CANARY"}}
				users:
				- name: u
				  user: {token: CANARY, username: x, password: CANARY, client-key-data: %s,
				    client-certificate-data: %s, exec: {command: c, apiVersion: client.authentication.k8s.io/v1,
				    env: [{name: A, value: CANARY}]}}
				- {name: b, user: {client-key-data: "CANARY!", client-certificate-data: "%s"}}
				- {name: p, user: {auth-provider: {name: oidc, config: {refresh-token: CANARY}}}}
				- {name: w, user: {token: [CANARY], insecure: CANARY}}
				contexts: [{name: c, context: {cluster: c, user: u}}]
				""".formatted(data, data, data);
		Kubeconfig config = reader.parse(text, "pasted text");
		assertThat(config.contexts()).hasSize(1);
		assertThat(config.findings()).hasSize(5);
		assertThat(config.toString()).doesNotContain(secret).doesNotContain(data);
		for (String broken : List.of("users: [{name: u, user: {token: CANARY", "\"CANARY", "a: *CANARY", "CANARY: - [",
				"token: CANARY\n\tx: 1", "- CANARY", "? CANARY : &x *y")) {
			assertThat(reader.parse(broken, "t").toString()).doesNotContain(secret);
		}
	}

	@Test
	void theStandardFilesAreThoseOfKubectl() {
		Path home = folder.resolve("home");
		assertThat(KubeconfigReader.standardFiles(Map.of(), home)).containsExactly(home.resolve(".kube/config"));
		assertThat(KubeconfigReader.standardFiles(Map.of("KUBECONFIG", ""), home)).hasSize(1);
		String list = String.join(File.pathSeparator, "/a", "", "/b", "/a");
		assertThat(KubeconfigReader.standardFiles(Map.of("KUBECONFIG", list), home))
				.containsExactly(Path.of("/a").toAbsolutePath(), Path.of("/b").toAbsolutePath());
	}
}
