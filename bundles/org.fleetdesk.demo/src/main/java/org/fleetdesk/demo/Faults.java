package org.fleetdesk.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.http.Service;
import org.fleetdesk.demo.internal.http.WebServer;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Faults of a demo server, on request, for tests and demonstrations. Safe for any thread. The same over HTTP, with the
 * server's token: {@code POST /demo/faults} with any of
 * {@code {"awaySeconds": 20, "delayMillis": 500, "throttle": 3, "retryAfterSeconds": 2, "cut": true, "forget": true}}.
 */
public final class Faults {

	private final WebServer server;
	private final Store store;
	private final AtomicInteger throttled = new AtomicInteger();
	private volatile Duration delay = Duration.ZERO;
	private volatile int retryAfterSeconds = 1;

	Faults(WebServer server, Store store) {
		this.server = server;
		this.store = store;
	}

	/** Closes the port and every connection, until {@link #comeBack}. */
	public void leave() {
		server.leave();
	}

	/** Listens again at the same port. */
	public void comeBack() {
		server.comeBack();
	}

	/** Has every request wait before it is answered; zero ends it. */
	public void delay(Duration time) {
		delay = time;
	}

	/** Answers the next requests with 429 and that time in Retry-After. */
	public void throttle(int requests, int retryAfter) {
		retryAfterSeconds = retryAfter;
		throttled.set(requests);
	}

	/** Ends all watches and followed logs within a second. */
	public void cutStreams() {
		server.cut();
	}

	/** Forgets all changes until now, so that watches from before get 410. */
	public void forget() {
		store.compact();
	}

	void serve(Exchange exchange, Service service) throws IOException, InterruptedException {
		if (!delay.isZero()) {
			Thread.sleep(delay);
		}
		if (throttled.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
			exchange.header("Retry-After", Integer.toString(retryAfterSeconds));
			ObjectNode status = Trees.object().put("kind", "Status").put("apiVersion", "v1");
			status.putObject("metadata");
			status.put("status", "Failure").put("message", "too many requests, please try again later")
					.put("reason", "TooManyRequests").putObject("details").put("retryAfterSeconds", retryAfterSeconds);
			exchange.json(429, status.put("code", 429));
			return;
		}
		service.serve(exchange);
	}

	/** Does what a request to the control endpoint asks for. */
	void request(Exchange exchange) throws IOException {
		JsonNode wanted = Trees.JSON.readTree(exchange.body());
		if (wanted.has("delayMillis")) {
			delay(Duration.ofMillis(wanted.path("delayMillis").asLong()));
		}
		if (wanted.has("throttle")) {
			throttle(wanted.path("throttle").asInt(), wanted.path("retryAfterSeconds").asInt(1));
		}
		if (wanted.path("forget").asBoolean()) {
			forget();
		}
		exchange.json(200, Trees.object().put("status", "Success"));
		if (wanted.path("cut").asBoolean()) {
			cutStreams();
		}
		if (wanted.has("awaySeconds")) {
			Duration away = Duration.ofSeconds(wanted.path("awaySeconds").asLong());
			Thread.ofVirtual().name("demo-away").start(() -> goAndComeBack(away));
		}
	}

	private void goAndComeBack(Duration away) {
		try {
			Thread.sleep(Duration.ofMillis(200));
			leave();
			Thread.sleep(away);
			comeBack();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
