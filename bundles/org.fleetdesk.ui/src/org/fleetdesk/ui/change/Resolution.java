package org.fleetdesk.ui.change;

import java.util.Set;

import org.fleetdesk.core.object.FieldPath;

/**
 * What someone has decided of fields that others hold.
 *
 * @param takeOver whether fields may be taken over
 * @param theirs the fields that keep the others' value
 */
public record Resolution(boolean takeOver, Set<FieldPath> theirs) {
	/** Nothing was decided: nothing may be taken over. */
	public static final Resolution NONE = new Resolution(false, Set.of());

	public Resolution {
		theirs = Set.copyOf(theirs);
	}
}
