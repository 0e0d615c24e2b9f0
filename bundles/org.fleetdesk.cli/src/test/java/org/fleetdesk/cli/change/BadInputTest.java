package org.fleetdesk.cli.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.demo.DemoFleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a file is one sentence with its line, and leaves the right objects of the same file done. */
class BadInputTest {
	private static final String RIGHT = Desk.configMap("bad-input-right", "1");
	private static DemoFleet fleet;
	@TempDir
	static Path shared;
	@TempDir
	Path home;

	@BeforeAll
	static void start() throws Exception {
		fleet = DemoFleet.start();
		Files.writeString(shared.resolve("kubeconfig"), fleet.kubeconfig());
	}

	@AfterAll
	static void stop() {
		fleet.close();
	}

	private Ran apply(String text) throws IOException {
		Desk desk = new Desk(home, shared.resolve("kubeconfig"));
		desk.file("file.yaml", text);
		desk.run("delete", "cm", "bad-input-right", "--ignore-not-found");
		return desk.run("apply", "-f", home.resolve("file.yaml").toString());
	}

	static Stream<Arguments> wrong() {
		String deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: bad\nspec:\n  replicas: %s\n"
				+ "  selector:\n    matchLabels:\n      app: bad\n  template:\n    metadata:\n      labels:\n"
				+ "        app: bad\n    spec:\n      containers:\n      - name: c\n        image: x\n";
		StringBuilder bomb = new StringBuilder(
				"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bad}\na: &a [x, x, x, x, x, x, x, x, x]\n");
		for (char c = 'b'; c < 'k'; c++) {
			bomb.append(c).append(": &").append(c).append(" [").append(("*" + (char) (c - 1) + ", ").repeat(9))
					.append("]\n");
		}
		return Stream.of(Arguments.of("a syntax error", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [\n", 3),
				Arguments.of("an unknown kind", "apiVersion: v1\nkind: Confmap\nmetadata:\n  name: bad\n", 1),
				Arguments.of("a wrong type", deployment.formatted("many"), 1),
				Arguments.of("an unknown field", deployment.formatted("1") + "        imagine: x\n", 1),
				Arguments.of("a doubled key",
						"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: bad\ndata:\n  a: b\n  a: c\n", 7),
				Arguments.of("a bomb", bomb.toString(), 1),
				Arguments.of("a tab", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: bad\n", 4),
				Arguments.of("no kind", "apiVersion: v1\nmetadata:\n  name: bad\n", 1),
				Arguments.of("no name", "apiVersion: v1\nkind: ConfigMap\ndata: {}\n", 1),
				Arguments.of("no object", "just some words\n", 1));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrong")
	void isOneSentenceWithItsLine(String what, String wrong, int line) throws IOException {
		Ran ran = apply(RIGHT + "---\n" + wrong + "---\n" + RIGHT);
		int first = (int) RIGHT.lines().count() + 1;
		assertThat(ran.code()).as(what).isEqualTo(1);
		assertThat(ran.out().lines()).as(ran.err()).hasSize(2).allMatch(l -> l.endsWith("serverside-applied"));
		assertThat(ran.err().lines()).as(ran.err()).singleElement().asString().containsPattern(
				"^(error|Error from server \\(\\w+\\)): \\S+file\\.yaml:\\d+: \\S.*");
		int told = Integer.parseInt(ran.err().replaceAll("(?s).*file\\.yaml:(\\d+):.*", "$1"));
		assertThat(told).as(ran.err()).isBetween(first + line, first + (int) wrong.lines().count() + 1); // the end of what is not ended
	}

	@Test
	void linesOfWindowsAndAByteOrderMarkAreFine() throws IOException {
		assertThat(apply("\ufeff" + RIGHT.replace("\n", "\r\n")).code()).isZero();
	}

	@Test
	void bytesThatAreNoTextAreSaidSo() throws IOException {
		Files.write(home.resolve("latin.yaml"), "a: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
		Ran ran = new Desk(home, shared.resolve("kubeconfig")).run("apply", "-f",
				home.resolve("latin.yaml").toString());
		assertThat(ran.err()).contains("no text in UTF-8");
	}
}
