package org.fleetdesk.kube.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a kubeconfig may hold that is wrong: one sentence each, and the good context beside it goes on. */
class KubeconfigBadInputTest {

	private static final String GOOD = """
			clusters:
			- {name: good, cluster: {server: "https://good"}}
			contexts:
			- {name: good, context: {cluster: good}}
			""";

	@TempDir
	Path folder;

	private final KubeconfigReader reader = new KubeconfigReader();

	private Finding oneFinding(Path bad) throws IOException {
		Path good = Files.writeString(folder.resolve("good"), GOOD);
		Kubeconfig config = reader.read(List.of(bad, good));
		assertThat(config.contexts()).extracting(KubeContext::name).containsExactly("good");
		assertThat(config.findings()).hasSize(1);
		assertThat(config.findings().get(0).severity()).isEqualTo(Severity.ERROR);
		assertThat(config.findings().get(0).subject()).startsWith(bad.toString());
		return config.findings().get(0);
	}

	@Test
	void aFolder() throws IOException {
		assertThat(oneFinding(Files.createDirectory(folder.resolve("dir"))).message()).contains("is a folder");
	}

	@Test
	void aMissingFileAlone() {
		Kubeconfig config = reader.read(List.of(folder.resolve("none")));
		assertThat(config.findings()).extracting(Finding::text)
				.containsExactly(folder.resolve("none") + ": There is no such file.");
	}

	@Test
	void aLinkToItself() throws IOException {
		Path loop = folder.resolve("loop");
		assertThat(oneFinding(Files.createSymbolicLink(loop, loop)).message()).contains("cannot be read");
	}

	@Test
	void aLinkToNothing() throws IOException {
		Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
		assertThat(oneFinding(link).message()).contains("no such file");
	}

	@Test
	void aDevice() throws IOException {
		assertThat(oneFinding(Path.of("/dev/zero")).message()).contains("device");
	}

	@Test
	void anUnreadableFile() throws IOException {
		Path file = Files.writeString(folder.resolve("secret"), GOOD);
		Assumptions.assumeTrue(file.toFile().setReadable(false, false) && !Files.isReadable(file),
				"root reads everything");
		assertThat(oneFinding(file).message()).contains("may not be read");
	}

	@Test
	void fiftyMegabytes() throws IOException {
		Path file = folder.resolve("large");
		try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
			large.setLength(50 << 20);
		}
		assertThat(oneFinding(file).message()).contains("larger than 16 MB");
	}

	@Test
	void millionsOfTinyValues() throws IOException {
		Path file = Files.writeString(folder.resolve("tiny"), "a: [" + "b,".repeat(2_000_000) + "]");
		assertThat(oneFinding(file).message()).contains("repeats or nests more");
	}

	@Test
	void bytesThatAreNoText() throws IOException {
		Path file = Files.write(folder.resolve("binary"), new byte[]{(byte) 0xC0, (byte) 0xAF, 0, 1});
		assertThat(oneFinding(file).message()).contains("not text");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"unclosed | ~clusters: [~ | not valid YAML (line ",
			"unknown alias | ~a: 1\nclusters: *none~ | not valid YAML (line 2)",
			"tab | ~clusters:\n\t- a~ | not valid YAML (line 2)",
			"plain text | hello | Line 1 holds a single value",
			"a list | - a | Line 1 holds a list",
			"another kind | ~kind: Pod\nmetadata: {name: x}~ | This is a Pod, not a kubeconfig",
			"clusters a number | ~kind: Config\nclusters: 5~ | Line 2 holds a single value where a list belongs",
			"cyclic | ~clusters: &a [*a]~ | Line 1 holds a list where a mapping",
			"twice | ~clusters: []\nclusters: []~ | given twice (again in line 2)"})
	void textThatIsNoKubeconfig(String name, String text, String sentence) throws IOException {
		assertThat(oneFinding(Files.writeString(folder.resolve("bad"), text)).message()).contains(sentence);
	}

	@Test
	void aBombOfAliasesAndABottomlessNest() throws IOException {
		StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
		for (int i = 1; i < 30; i++) {
			bomb.append("a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
		}
		assertThat(oneFinding(Files.writeString(folder.resolve("bomb"), bomb)).message()).contains("repeats");
		Path nest = Files.writeString(folder.resolve("nest"), "a: " + "[".repeat(100_000));
		assertThat(oneFinding(nest).message()).contains("nests");
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
			"cluster | server: 5:5:5 | clusters[x].server | not a URL",
			"cluster | ~server: ftp://h~ | clusters[x].server | neither https nor http",
			"cluster | ~server: [a]~ | clusters[x].server | Line 2 holds a list",
			"cluster | tls-server-name: a | clusters[x].server | names no server",
			"cluster | ~server: https://h, certificate-authority-data: '%'~ | clusters[x].certificate-authority-data | base64",
			"cluster | ~server: https://h, insecure-skip-tls-verify: maybe~ | clusters[x].insecure-skip-tls-verify | neither true nor false",
			"cluster | ~server: https://h, insecure-skip-tls-verify: true, certificate-authority: /ca~ | clusters[x].insecure-skip-tls-verify | says not to check",
			"cluster | ~server: https://h, proxy-url: 'ftp://p'~ | clusters[x].proxy-url | neither http, https nor socks5",
			"cluster | ~server: https://h, server: https://g~ | clusters[x].server | given twice (again in line 2)",
			"user | client-key-data: '?' | users[x].client-key-data | base64",
			"user | client-key: /k | users[x].client-certificate | without its certificate",
			"user | ~token: {a: b}~ | users[x].token | Line 3 holds a mapping",
			"user | ~auth-provider: {name: gcp}~ | users[x].auth-provider | ~login provider \"gcp\" is not supported~",
			"user | ~exec: {apiVersion: client.authentication.k8s.io/v1}~ | users[x].exec.command | no command",
			"user | ~exec: {command: c, apiVersion: client.authentication.k8s.io/v1alpha1}~ | users[x].exec.apiVersion | version",
			"user | ~exec: c~ | users[x].exec | Line 3 holds a single value",
			"user | ~as: \"a\\nb\"~ | users[x].as | holds a line break",
			"user | as-groups: [g] | users[x].as | not as which user"})
	void aFieldSpoilsOnlyItsEntryAndTheContextsThatNeedIt(String kind, String fields, String where, String sentence) {
		String cluster = kind.equals("cluster") ? fields : "server: https://h";
		String user = kind.equals("user") ? fields : "token: t";
		String text = """
				clusters: [{name: good, cluster: {server: "https://good"}},
				  {name: x, cluster: {%s}}]
				users: [{name: x, user: {%s}}]
				contexts: [{name: x, context: {cluster: x, user: x}}, {name: good, context: {cluster: good}}]
				""".formatted(cluster, user);
		Kubeconfig config = reader.parse(text, "text");
		assertThat(config.contexts()).extracting(KubeContext::name).containsExactly("good");
		assertThat(config.findings()).hasSize(2);
		assertThat(config.findings().get(0).subject()).isEqualTo("text: " + where);
		assertThat(config.findings().get(0).message()).contains(sentence);
		assertThat(config.findings().get(1).text())
				.startsWith("text: contexts[x]." + kind + ": The context's " + kind + " \"x\" cannot be used.");
	}

	@Test
	void contextsThatNameWhatIsNotThereAreLostAlone() {
		Kubeconfig config = reader.parse(GOOD + """
				- {name: a, context: {cluster: none}}
				- {name: b, context: {cluster: good, user: none}}
				- {name: c, context: {user: none}}
				- {name: good, context: {cluster: none}}
				- {context: {cluster: good}}
				- 7
				current-context: a
				""", "text");
		assertThat(config.contexts()).extracting(KubeContext::name).containsExactly("good");
		assertThat(config.current()).isEmpty();
		assertThat(config.findings()).extracting(Finding::subject).containsExactlyInAnyOrder(
				"text: contexts[a].cluster",
				"text: contexts[b].user", "text: contexts[c].cluster", "text: contexts[good]", "text: contexts[6].name",
				"text: contexts[7]");
	}

	@Test
	void relativePathsInPastedTextAreRefused() {
		Kubeconfig config = reader.parse(GOOD + "users: [{name: u, user: {tokenFile: t}}]", "pasted text");
		assertThat(config.findings()).extracting(Finding::subject).containsExactly("pasted text: users[u].tokenFile");
	}
}
