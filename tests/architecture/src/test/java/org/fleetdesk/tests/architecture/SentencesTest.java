package org.fleetdesk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.fleetdesk.tests.architecture.JavaStrings.Literal;
import org.junit.jupiter.api.Test;

/** What a person reads stands in message files; a literal of several words is for programmers, or it is listed here. */
class SentencesTest {

	private static final Pattern SENTENCE = Pattern.compile("(?<![\\w.$%/=-])[a-z][a-z']+ [a-z']{2,}(?![\\w/=(-])");
	/** What only the log and those who read stack traces see, and patterns. */
	private static final Pattern FOR_PROGRAMMERS = Pattern
			.compile("\\bLOG\\s*\\.|Pattern\\.compile\\(|\\bnew (Illegal\\w+|UnsupportedOperation"
					+ "|Assertion|GeneralSecurity|InvalidKeySpec|YAML|Execution|PartInit|Certificate|Impossible)(Exception|Error)?\\(");
	/** Read one by one: what others say or are given to read, and errors whose text goes to the log alone. */
	private static final Set<String> REVIEWED = Set.of(
			// client-java, OkHttp, Java and API servers say so
			"Read timed out", "conflict with \\\"", "authenticate with proxy",
			"Unsupported or unrecognized SSL message",
			// reaches the log only: IoFailures says what is shown
			"tls-server-name is not a host name", "only open sockets are wrapped",
			"only unconnected sockets are made", "other columns", "no such element", "no initial events",
			"the watch ended before the list",
			// the diagnostics are for those who help, what stands for a token is for debuggers
			"Fleetdesk diagnostics of ", "ID token until ", "a proxy login",
			// kubectl's words, which scripts read; the name of a program in the journal
			"force deleted", " (server dry run)", "command line", "<unknown type>",
			// examples of filters, whose words are the same in every language
			"crash web", "\\\"last restart\\\"<1h", "not ns:kube-system", "api or web", "(api or web) age<1h",
			// no words but of HTML
			"<!doctype html><meta charset=\\\"utf-8\\\"><title>Fleetdesk</title><body style=\\\"font:1.2em sans-serif;",
			"margin:4em;color-scheme:light dark\\\"><p>");

	/** Their literals are for a database, or are what a parser or an API server says. */
	private static final Set<String> OTHERS_WORDS = Set.of("JournalRows.java", "CacheTables.java", "DatabaseFile.java",
			"SyntaxErrors.java",
			"SaidFields.java");

	@Test
	void noSentenceStandsInTheCode() {
		List<Path> sources = SourceTree.files(
				file -> file.toString().matches("bundles/org\\.fleetdesk\\.(kube|core|cli|ui[\\w.]*)/src/.*\\.java")
						&& !file.toString().contains("/src/test/")
						&& !OTHERS_WORDS.contains(file.getFileName().toString()));
		Set<String> found = new TreeSet<>();
		for (Path file : sources) {
			for (Literal literal : JavaStrings.of(SourceTree.text(file))) {
				if (SENTENCE.matcher(literal.text()).find() && !REVIEWED.contains(literal.text())
						&& !FOR_PROGRAMMERS.matcher(literal.before()).find()) {
					found.add(file.getFileName() + ": " + literal.text());
				}
			}
		}
		assertThat(sources).hasSizeGreaterThan(100);
		assertThat(found).as("sentences outside message files").isEmpty();
	}

	@Test
	void aSentenceIsKnownWhenItIsSeen() {
		List<Literal> literals = JavaStrings
				.of("// \"not this one\"\nString a = text(\"login.oidc\") + \"cannot reach it\";");
		assertThat(literals).extracting(Literal::text).containsExactly("login.oidc", "cannot reach it");
		assertThat(literals).extracting(l -> SENTENCE.matcher(l.text()).find()).containsExactly(false, true);
	}
}
