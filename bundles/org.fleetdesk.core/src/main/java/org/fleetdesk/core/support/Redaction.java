package org.fleetdesk.core.support;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text that a person passes on: tokens, keys, passwords, user information in URLs. It rather takes
 * too much: what looks like a secret goes, wherever it stands. Safe for any thread.
 */
public final class Redaction {
	/** What stands where a secret stood. */
	public static final String MARK = "(redacted)";

	private record Rule(Pattern pattern, String replacement) {
		private static Rule of(String regex, String replacement) {
			return new Rule(Pattern.compile(regex), replacement);
		}
	}

	private static final List<Rule> RULES = List.of(
			Rule.of("(?s)-----BEGIN ([A-Z ]+)-----.*?(-----END \\1-----|\\z)", MARK),
			Rule.of("(?i)\\b([a-z][a-z0-9+.-]*://)[^/\\s@?#]*@", "$1" + MARK + "@"),
			Rule.of("(?i)\\b(bearer|basic)\\s+(?!realm)[A-Za-z0-9._~+/=-]{4,}", "$1 " + MARK),
			Rule.of("(?i)([\"']?[a-z0-9_-]*(?:token|password|passwd|secret|api[-_]?key|access[-_]?key|private[-_]?key"
					+ "|key-data|certificate-data|authorization|credentials?)[\"']?\\s*[:=]\\s*)"
					+ "(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\S+(?:[ \\t]+(?=" + Pattern.quote(MARK) + ")\\S+)?)",
					"$1" + MARK),
			Rule.of("(?i)(--?[a-z0-9-]*(?:token|password|secret|key)[= ])(?![ -])\\S+", "$1" + MARK),
			Rule.of("\\beyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,2}", MARK),
			Rule.of("(?<![A-Za-z0-9+/_=.-])(?=[A-Za-z0-9+/_-]*[0-9])(?=[A-Za-z0-9+/_-]*[A-Za-z])[A-Za-z0-9+_-]{40,}={0,2}",
					MARK),
			Rule.of("(?<![A-Za-z0-9+/_=.-])[A-Za-z0-9+/]{64,}={0,2}", MARK));

	private Redaction() {
	}

	/** The text without what looks like a secret. */
	public static String of(String text) {
		String clean = text;
		for (Rule rule : RULES) {
			clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
		}
		return clean;
	}
}
