package org.fleetdesk.core.operation;

import java.util.List;

/**
 * A change that someone asks for, of one object or of many. Immutable; made without asking a cluster. An
 * {@link OperationRunner} previews and runs it.
 */
public interface Operation {

	/** What it is, one stable word for the journal and the command line: "apply", "edit", "delete". */
	String name();

	/** Its parts, one for each object, in the order in which they are done. */
	List<Step> steps();
}
