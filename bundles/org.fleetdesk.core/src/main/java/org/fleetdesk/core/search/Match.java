package org.fleetdesk.core.search;

import java.util.Objects;

/**
 * Where a word was found.
 *
 * @param field in what
 * @param text what stands there: "web-1", "app=web", "10.0.0.7"
 */
public record Match(Field field, String text) {

	/** What words are looked for in. */
	public enum Field {
		/** The object's name. */
		NAME,
		/** A label; the text is "key=value". */
		LABEL,
		/** An image of its containers. */
		IMAGE,
		/** An address or a host name. */
		ADDRESS,
		/** The node it runs on. */
		NODE,
		/** Its controlling owner. */
		OWNER,
		/** Its namespace. */
		NAMESPACE,
		/** Its kind. */
		KIND,
		/** Its cluster. */
		CLUSTER
	}

	public Match {
		Objects.requireNonNull(field);
		Objects.requireNonNull(text);
	}
}
