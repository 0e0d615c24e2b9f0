package org.fleetdesk.core.filter;

/** A test of a text or of a part of it, which makes no garbage. Used by one thread. */
interface TextTest {

	/** Whether the characters from one place up to another pass. */
	boolean in(String text, int from, int to);

	/** Whether a text passes. */
	default boolean in(String text) {
		return in(text, 0, text.length());
	}

	/** The texts that are nothing: what servers write where there is nothing to say. */
	static boolean nothing(String text) {
		return text.isEmpty() || text.equals("<none>") || text.equals("<unset>");
	}
}
