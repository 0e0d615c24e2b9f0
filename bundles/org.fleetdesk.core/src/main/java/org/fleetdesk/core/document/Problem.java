package org.fleetdesk.core.document;

import java.util.Objects;

import org.fleetdesk.kube.Finding.Severity;

/**
 * Something wrong in a text, and where.
 *
 * @param severity an error, because of which the document is of no use, or a warning
 * @param range where in the whole text
 * @param message one sentence in the user's language, without secrets
 */
public record Problem(Severity severity, Range range, String message) {
	public Problem {
		Objects.requireNonNull(severity);
		Objects.requireNonNull(range);
		Objects.requireNonNull(message);
	}

	static Problem error(Range range, String message) {
		return new Problem(Severity.ERROR, range, message);
	}

	static Problem warning(Range range, String message) {
		return new Problem(Severity.WARNING, range, message);
	}
}
