package org.fleetdesk.kube.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.KubeException.Unreachable;

/** A server of prepared answers; what it has none for is 404. Safe for any thread. */
public final class CannedTransport implements Transport {

	/** What was asked, in order. */
	public final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
	/** What answers were told of how long nothing may arrive. */
	public final List<Duration> idle = Collections.synchronizedList(new ArrayList<>());
	/** What it says of pings. */
	public boolean pings = true;
	/** Answers given and not closed. */
	public final AtomicInteger open = new AtomicInteger();
	/** The media type of the answers from now on. */
	public volatile String contentType = "application/json";
	private final Map<String, Function<Call, InputStream>> answers = new ConcurrentHashMap<>();

	/** Answers a path (without its query) with a text. */
	public CannedTransport with(String path, String body) {
		return with(path, () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
	}

	/** Answers a path (without its query) with bytes. */
	public CannedTransport with(String path, Supplier<InputStream> body) {
		answers.put(path, call -> body.get());
		return this;
	}

	/** Answers a path by who asks how. */
	public CannedTransport answering(String path, Function<Call, String> body) {
		answers.put(path, call -> new ByteArrayInputStream(body.apply(call).getBytes(StandardCharsets.UTF_8)));
		return this;
	}

	/** Fails a path with an HTTP status. */
	public CannedTransport failing(String path, int code) {
		answers.put(path, call -> {
			throw status(call, code);
		});
		return this;
	}

	/** A recorded answer beside the class of a test. */
	public static String recorded(Class<?> test, String name) throws IOException {
		try (InputStream in = test.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Override
	public boolean pings() {
		return pings;
	}

	@Override
	public Answer send(Call call) {
		calls.add(call);
		String path = call.path().replaceFirst("\\?.*", "");
		InputStream body = answers.getOrDefault(path, c -> {
			throw status(c, 404);
		}).apply(call);
		open.incrementAndGet();
		return new Canned(call, body);
	}

	private static KubeException status(Call call, int code) {
		return StatusErrors.of(request(call), new KubeException.Answer(code, "", "test: " + code + "."), null);
	}

	private static Request request(Call call) {
		return new Request("test", call.verb(), call.resource());
	}

	@Override
	public void close() {
		answers.clear();
	}

	private final class Canned implements Answer {
		private final Call call;
		private final InputStream body;

		Canned(Call call, InputStream body) {
			this.call = call;
			this.body = body;
		}

		@Override
		public int code() {
			return 200;
		}

		@Override
		public List<String> warnings() {
			return List.of();
		}

		@Override
		public String contentType() {
			return contentType;
		}

		@Override
		public InputStream body() {
			return body;
		}

		@Override
		public void idle(Duration time) {
			idle.add(time);
		}

		@Override
		public KubeException failure(IOException problem) throws InterruptedException {
			if (Thread.interrupted() || problem instanceof InterruptedIOException) {
				throw new InterruptedException();
			}
			return new Unreachable(request(call), new KubeException.Answer(0, "", "test: it broke."), problem);
		}

		@Override
		public void close() {
			open.decrementAndGet();
		}
	}
}
