package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.KubeException;

import com.fasterxml.jackson.databind.JsonNode;

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

	/** Whether connections that died without a word are found by asking the other side now and then. */
	default boolean pings() {
		return true;
	}

	/** From now on a login that a person gave up is tried again. */
	default void loginAgain() {
		// asks nobody
	}

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
	 * @param body what is sent
	 */
	record Call(String method, String path, String accept, String verb, String resource, Duration idle,
			Optional<Body> body) {

		/**
		 * A tree to send.
		 *
		 * @param contentType its media type
		 * @param tree what it says; never in a message, since it may be secret
		 */
		public record Body(String contentType, JsonNode tree) {
			public Body {
				Objects.requireNonNull(contentType);
				Objects.requireNonNull(tree);
			}

			@Override
			public String toString() {
				return contentType;
			}
		}

		public Call {
			Objects.requireNonNull(method);
			Objects.requireNonNull(path);
			Objects.requireNonNull(accept);
			Objects.requireNonNull(verb);
			Objects.requireNonNull(resource);
			Objects.requireNonNull(idle);
			Objects.requireNonNull(body);
		}

		/** A request without a body. */
		public Call(String method, String path, String accept, String verb, String resource, Duration idle) {
			this(method, path, accept, verb, resource, idle, Optional.empty());
		}

		/** A request with a body. */
		public Call(String method, String path, String accept, String verb, String resource, Duration idle,
				Body body) {
			this(method, path, accept, verb, resource, idle, Optional.of(body));
		}
	}

	/** A good answer; the caller closes it, from any thread. */
	interface Answer extends AutoCloseable {

		/** The HTTP status, 200 to 299. */
		int code();

		/** What the server warns of in its own words, one bounded line each. */
		List<String> warnings();

		/** The media type, without parameters but with those of {@code as=Table} kept. */
		String contentType();

		/** The body as it arrives. Reading throws {@link IOException} when the connection breaks or is closed. */
		InputStream body();

		/** From the next read on, how long nothing may arrive before it counts as broken; called by who reads. */
		void idle(Duration time);

		/** Turns what reading or decoding the body threw into the family; never returns normally for an interrupt. */
		KubeException failure(IOException problem) throws InterruptedException;

		@Override
		void close();
	}
}
