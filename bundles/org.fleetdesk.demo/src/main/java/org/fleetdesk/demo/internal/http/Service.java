package org.fleetdesk.demo.internal.http;

import java.io.IOException;

/** Answers requests. Safe for any thread; may block. */
@FunctionalInterface
public interface Service {

	/** Answers one request. */
	void serve(Exchange exchange) throws IOException, InterruptedException;
}
