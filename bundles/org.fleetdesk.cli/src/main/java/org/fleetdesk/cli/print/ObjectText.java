package org.fleetdesk.cli.print;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes objects as they come, so that a long list needs no memory: {@link #begin}, objects, {@link #end}. */
public interface ObjectText {

	/** Begins a List; not called for the one object that was asked for by name. */
	void begin();

	/** Writes an object; its fields may be sorted in place. */
	void object(JsonNode object);

	/** Ends what was begun. */
	void end();
}
