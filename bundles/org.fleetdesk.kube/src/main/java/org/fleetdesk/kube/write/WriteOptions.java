package org.fleetdesk.kube.write;

import java.util.Objects;

/**
 * How an object is changed.
 *
 * @param dryRun the server goes through everything, admission included, and keeps nothing
 * @param strict unknown and doubled fields are refused instead of dropped (by servers from 1.25 on; older ones drop)
 * @param force take over fields that other managers own; for apply only
 * @param manager under whose name the fields are kept in {@code metadata.managedFields}
 * @param subresource "scale", "status" and the like, or empty for the object itself
 */
public record WriteOptions(boolean dryRun, boolean strict, boolean force, String manager, String subresource) {

	/** What this product calls itself as a manager of fields. */
	public static final String MANAGER = "fleetdesk";

	/** For good, strict, taking nothing over, as this product. */
	public static final WriteOptions REAL = new WriteOptions(false, true, false, MANAGER, "");

	/** The same, as a dry run. */
	public static final WriteOptions DRY = REAL.dry(true);

	public WriteOptions {
		Objects.requireNonNull(subresource);
		if (manager.isEmpty() || manager.length() > 128) {
			throw new IllegalArgumentException("a manager's name has 1 to 128 characters: " + manager);
		}
	}

	/** The same, dry or not. */
	public WriteOptions dry(boolean wanted) {
		return new WriteOptions(wanted, strict, force, manager, subresource);
	}

	/** The same, taking fields over or not. */
	public WriteOptions forced(boolean wanted) {
		return new WriteOptions(dryRun, strict, wanted, manager, subresource);
	}

	/** The same, refusing unknown fields or not. */
	public WriteOptions strictly(boolean wanted) {
		return new WriteOptions(dryRun, wanted, force, manager, subresource);
	}

	/** The same, under another manager's name. */
	public WriteOptions as(String other) {
		return new WriteOptions(dryRun, strict, force, other, subresource);
	}

	/** The same, of a subresource. */
	public WriteOptions of(String other) {
		return new WriteOptions(dryRun, strict, force, manager, other);
	}
}
