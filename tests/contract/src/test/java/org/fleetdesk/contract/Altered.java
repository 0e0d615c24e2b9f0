package org.fleetdesk.contract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.internal.http.Transport;

/** A transport that asks otherwise than its caller, or whose answers go otherwise. The real one belongs to someone else. */
record Altered(Transport real, UnaryOperator<Call> question, Body body) implements Transport {

	/** The body that an answer to a call shows. */
	@FunctionalInterface
	interface Body {
		/** The body to read instead of the real one. */
		InputStream of(Call call, InputStream real);
	}

	/** Asks for plain JSON only, as clients of long ago did. */
	static Transport plain(Transport real) {
		return new Altered(real, c -> new Call(c.method(), c.path(), "application/json", c.verb(), c.resource(),
				c.idle()), (call, body) -> body);
	}

	/** Lets watches end after so many seconds. */
	static Transport brief(Transport real, int seconds) {
		return new Altered(real,
				c -> new Call(c.method(), c.path().replaceFirst("timeoutSeconds=\\d+", "timeoutSeconds=" + seconds),
						c.accept(), c.verb(), c.resource(), c.idle()),
				(call, body) -> body);
	}

	/** Cuts each answer off after so many bytes. */
	static InputStream cut(InputStream whole, int bytes) {
		return new FilterInputStream(whole) {
			private int left = bytes;

			@Override
			public int read(byte[] into, int offset, int length) throws IOException {
				if (left <= 0) {
					throw new IOException("cut");
				}
				int given = super.read(into, offset, Math.min(length, left));
				left -= given;
				return given;
			}
		};
	}

	@Override
	public Answer send(Call call) throws InterruptedException {
		return new AlteredAnswer(real.send(question.apply(call)), call, body);
	}

	@Override
	public void close() {
		// the real one belongs to someone else
	}

	private record AlteredAnswer(Answer real, Call call, Body alter) implements Answer {
		@Override
		public int code() {
			return real.code();
		}

		@Override
		public List<String> warnings() {
			return real.warnings();
		}

		@Override
		public String contentType() {
			return real.contentType();
		}

		@Override
		public InputStream body() {
			return alter.of(call, real.body());
		}

		@Override
		public void idle(Duration time) {
			real.idle(time);
		}

		@Override
		public KubeException failure(IOException problem) throws InterruptedException {
			return real.failure(problem);
		}

		@Override
		public void close() {
			real.close();
		}
	}
}
