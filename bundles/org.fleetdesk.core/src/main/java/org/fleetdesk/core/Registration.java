package org.fleetdesk.core;

/** A listener's stay; closing ends it, a second time does nothing. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
	@Override
	void close();
}
