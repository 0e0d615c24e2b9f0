package org.fleetdesk.kube.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fleetdesk.kube.KubeException.Cause;
import org.fleetdesk.kube.internal.text.SafeText;

/**
 * The fields that a refusal is about where the server names them in its sentence alone.
 *
 * @see <a href="https://github.com/kubernetes-sigs/structured-merge-diff/blob/v6.3.0/typed/helpers.go">Errors of
 *      apply</a>
 * @see <a href="https://github.com/kubernetes/apimachinery/blob/v0.35.4/pkg/runtime/error.go">Strict decoding errors</a>
 */
final class SaidFields {
	private static final String UNTYPED = "failed to create typed patch object";
	private static final Pattern APPLY = Pattern.compile("(?:\\): |errors:\\s+|\\n\\s*)(\\.\\S+): ([^\\n]+)");
	private static final Pattern STRICT = Pattern.compile("((?:unknown|duplicate) field) \"([^\"]+)\"");
	private static final Pattern DECODING = Pattern
			.compile("(cannot unmarshal \\S+) into Go struct field \\w+\\.(\\S+) (of type \\S+)");

	private SaidFields() {
	}

	/** Whether a server calls its own failure what is one of the text: a wrong type or unknown field in an apply. */
	static boolean textsFault(int code, String message) {
		return code == 500 && message.startsWith(UNTYPED);
	}

	/** What a sentence says of fields; nothing of most. */
	static List<Cause> of(String message) {
		List<Cause> causes = new ArrayList<>();
		if (message.startsWith(UNTYPED)) {
			for (Matcher m = APPLY.matcher(message); m.find();) {
				causes.add(cause("FieldValueTypeInvalid", m.group(1), m.group(2)));
			}
		} else {
			for (Matcher m = STRICT.matcher(message); m.find();) {
				causes.add(cause("FieldValueInvalid", m.group(2), m.group(1)));
			}
			for (Matcher m = DECODING.matcher(message); m.find();) {
				causes.add(cause("FieldValueTypeInvalid", m.group(2), m.group(1) + " " + m.group(3)));
			}
		}
		return causes;
	}

	private static Cause cause(String reason, String field, String message) {
		return new Cause(reason, SafeText.line(field, 1_000), SafeText.line(message, 500));
	}
}
