package org.fleetdesk.kube;

import java.util.Objects;

import org.fleetdesk.kube.internal.text.Texts;

/**
 * Something found wrong that is a value and not a failure: a bad entry of a kubeconfig, an API group that does not
 * answer. Texts are plain sentences in the user's language, safe to show and without secrets.
 *
 * @param severity how bad it is
 * @param subject what it is about and where (file, context, field; or cluster, group)
 * @param message what is wrong, one sentence
 * @param remedy what to do, one sentence, or empty
 */
public record Finding(Severity severity, String subject, String message, String remedy) {

	/** How bad a finding is. */
	public enum Severity {
		/** It works, but someone should know. */
		WARNING,
		/** The subject cannot be used. */
		ERROR
	}

	public Finding {
		Objects.requireNonNull(severity);
		Objects.requireNonNull(subject);
		Objects.requireNonNull(message);
		Objects.requireNonNull(remedy);
	}

	/** The finding as one line: subject, message, remedy. */
	public String text() {
		return remedy.isEmpty()
				? Texts.text("finding", subject, message)
				: Texts.text("finding.remedy", subject, message, remedy);
	}
}
