package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;

import org.fleetdesk.kube.KubeException;

/**
 * Sends requests to one API server as one identity: connects, proves who asks, and turns everything that is not a good
 * answer into a {@link KubeException}. Safe for any thread. Closing ends what is running.
 */
public interface Transport extends AutoCloseable {

	/**
	 * Sends a request and waits for the head of its answer, which is always a 2xx. A 401 renews the login once.
	 *
	 * @throws KubeException for every other answer and for none
	 */
	Answer send(Call call) throws InterruptedException;

	@Override
	void close();

	/**
	 * A request.
	 *
	 * @param method HTTP method
	 * @param path path and query below the server's URL, encoded
	 * @param accept media types wanted
	 * @param verb the Kubernetes verb, for errors
	 * @param resource what is asked for, for errors
	 * @param idle how long nothing may arrive before the answer counts as broken
	 */
	record Call(String method, String path, String accept, String verb, String resource, Duration idle) {
		public Call {
			Objects.requireNonNull(method);
			Objects.requireNonNull(path);
			Objects.requireNonNull(accept);
			Objects.requireNonNull(verb);
			Objects.requireNonNull(resource);
			Objects.requireNonNull(idle);
		}
	}

	/** A good answer; the caller closes it, from any thread. */
	interface Answer extends AutoCloseable {

		/** The media type, without parameters but with those of {@code as=Table} kept. */
		String contentType();

		/** The body as it arrives. Reading throws {@link IOException} when the connection breaks or is closed. */
		InputStream body();

		/** Turns what reading or decoding the body threw into the family; never returns normally for an interrupt. */
		KubeException failure(IOException problem) throws InterruptedException;

		@Override
		void close();
	}
}
