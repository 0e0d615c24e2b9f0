package org.fleetdesk.kube.internal.rows;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Joins texts that are not empty; used again and again. For one thread. */
final class Joiner {

	private final String separator;
	private final boolean unique;
	private final List<String> parts = new ArrayList<>();

	Joiner(String separator, boolean unique) {
		this.separator = separator;
		this.unique = unique;
	}

	/** One more part. */
	void add(String part) {
		if (!part.isEmpty() && !(unique && parts.contains(part))) {
			parts.add(part);
		}
	}

	/** All parts, shared; null for none. The joiner is empty then. */
	@Nullable
	String done(StringPool pool) {
		String joined = switch (parts.size()) {
			case 0 -> null;
			case 1 -> parts.getFirst();
			default -> pool.share(String.join(separator, parts));
		};
		parts.clear();
		return joined;
	}
}
