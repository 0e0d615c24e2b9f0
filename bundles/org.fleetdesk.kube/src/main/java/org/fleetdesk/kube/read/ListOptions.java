package org.fleetdesk.kube.read;

import java.util.Objects;

/**
 * How a list is read.
 *
 * @param limit rows a page, 0 for all in one answer
 * @param next the token of the page before, or empty
 * @param resourceVersion "" for the newest, "0" for what the server has in memory (old servers then ignore the limit), else
 *            a version
 * @param resourceVersionMatch what the version means, in Kubernetes' words ("NotOlderThan"), or empty
 */
public record ListOptions(int limit, String next, String resourceVersion, String resourceVersionMatch) {

	/** Everything, newest, in one answer. */
	public static final ListOptions ALL = new ListOptions(0, "", "");

	public ListOptions {
		Objects.requireNonNull(next);
		Objects.requireNonNull(resourceVersion);
		Objects.requireNonNull(resourceVersionMatch);
	}

	/** Of a version that says itself what it means. */
	public ListOptions(int limit, String next, String resourceVersion) {
		this(limit, next, resourceVersion, "");
	}

	/**
	 * Everything in one answer, of this version or a later one: servers give it from memory. One that has not got so far
	 * waits, and fails when that takes long.
	 */
	public static ListOptions notOlderThan(String resourceVersion) {
		return new ListOptions(0, "", resourceVersion, "NotOlderThan");
	}

	/** A page of so many rows, from the start. */
	public static ListOptions page(int limit) {
		return new ListOptions(limit, "", "");
	}

	/** The page after the one that gave this token. */
	public ListOptions after(String token) {
		return new ListOptions(limit, token, "");
	}
}
