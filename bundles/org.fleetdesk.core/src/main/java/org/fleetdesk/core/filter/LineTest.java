package org.fleetdesk.core.filter;

/** A term made ready for some headings and one run over all lines. Used by one thread, without garbage. */
@FunctionalInterface
interface LineTest {

	/** Whether the line passes. */
	boolean of(Subject subject);
}
