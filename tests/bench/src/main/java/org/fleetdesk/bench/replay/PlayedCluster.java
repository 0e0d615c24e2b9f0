package org.fleetdesk.bench.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/** One cluster that is played: what it serves, and its changes, which a thread of its own makes at a steady rate. */
final class PlayedCluster {
	private static final long BOOKMARK_MILLIS = 60_000;
	private static final long TICK_NANOS = 1_000_000;
	private static final int UNPACED = -1;
	private static final long SILENCE_MILLIS = 20;

	private final Map<String, Played> kinds = new LinkedHashMap<>();
	private volatile int rate;
	private volatile int cuts; // of the watches, so far
	private volatile int pace = UNPACED; // bytes a second of each answer, 0 for none at all

	PlayedCluster(Map<Kind, Integer> counts) {
		counts.forEach((kind, count) -> kinds.put(kind.plural, new Played(kind, count)));
	}

	/** An answer: its status, its type, and how its body is written. */
	record Answer(int status, String type, Body body) {
	}

	/** Writes a body; returns when it is whole. */
	@FunctionalInterface
	interface Body {
		void write(OutputStream out) throws IOException, InterruptedException;
	}

	static Answer json(int status, String text) {
		return new Answer(status, "application/json", out -> out.write(text.getBytes(UTF_8)));
	}

	/** The answer to a request; the path is without the cluster's prefix. */
	Answer answer(String path, Request request) {
		Played played = kinds.get(path.substring(path.lastIndexOf('/') + 1));
		return switch (path) {
			case "/version" -> json(200, "{\"major\":\"1\",\"minor\":\"35\",\"gitVersion\":\"v1.35.4\","
					+ "\"platform\":\"linux/amd64\"}");
			case "/api" -> json(200, "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
			case "/apis" -> json(200, "{\"kind\":\"APIGroupList\",\"apiVersion\":\"v1\",\"groups\":[]}");
			case "/api/v1" -> json(200, resources());
			default -> played == null || !path.equals("/api/v1/" + played.kind.plural)
					? json(404, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\","
							+ "\"message\":\"not played\",\"reason\":\"NotFound\",\"code\":404}")
					: request.text("watch").matches("true|1") ? watch(played, request) : list(played, request);
		};
	}

	private String resources() {
		List<String> each = kinds.values().stream().map(p -> "{\"name\":\"" + p.kind.plural + "\",\"singularName\":\""
				+ p.kind.kind.toLowerCase(java.util.Locale.ROOT) + "\",\"namespaced\":" + p.kind.namespaced
				+ ",\"kind\":\"" + p.kind.kind + "\",\"verbs\":[\"get\",\"list\",\"watch\"]}").toList();
		return "{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":[" + String.join(",", each) + "]}";
	}

	private static Answer list(Played played, Request request) {
		Form form = Form.of(request.accept());
		String[] token = request.text("continue").split("_");
		int version = token.length == 2 ? Integer.parseInt(token[0]) : played.version();
		int from = token.length == 2 ? Integer.parseInt(token[1]) : 0;
		int limit = request.number("limit", 0);
		int to = limit == 0 ? played.count : Math.min(played.count, from + limit);
		var envelope = new Encoder.Envelope(version, to < played.count ? version + "_" + to : "", played.count - to);
		return new Answer(200, form.listType,
				out -> new Encoder(played.kind, form).list(played, from, to, envelope, out));
	}

	private Answer watch(Played played, Request request) {
		Form form = Form.of(request.accept());
		boolean initial = request.text("sendInitialEvents").equals("true");
		int from = initial ? played.version() : Math.max(Played.FIRST, request.number("resourceVersion", 0));
		return new Answer(200, form.watchType, out -> {
			Encoder encoder = new Encoder(played.kind, form);
			if (initial) {
				for (int number = 0; number < played.count; number++) {
					encoder.event("ADDED", new Played.Change(number, played.changes(number), played.version(number)),
							number == 0, out);
				}
				encoder.bookmark(from, true, out);
			} else if (!played.known(from)) {
				encoder.gone(out);
				return;
			}
			out.flush();
			follow(played, encoder, new Watched(from, !initial, request.number("timeoutSeconds", 3_600)), out);
		});
	}

	private record Watched(int from, boolean columns, int seconds) {
	}

	private void follow(Played played, Encoder encoder, Watched watched, OutputStream out)
			throws IOException, InterruptedException {
		int before = cuts;
		long end = System.currentTimeMillis() + watched.seconds() * 1_000L;
		long bookmark = System.currentTimeMillis() + BOOKMARK_MILLIS;
		int version = watched.from();
		boolean columns = watched.columns();
		while (System.currentTimeMillis() < end) {
			if (before != cuts) {
				throw new IOException("cut");
			}
			Played.@Nullable Change next = played.after(version, 0 + 1_000);
			while (next != null) {
				encoder.event("MODIFIED", next, columns, out);
				columns = false;
				version = next.version();
				next = played.known(version) && played.version() > version ? played.after(version, 1) : null;
			}
			if (System.currentTimeMillis() >= bookmark) {
				encoder.bookmark(version, false, out);
				bookmark += BOOKMARK_MILLIS;
			}
			out.flush();
		}
	}

	/** Changes pods at a rate from now on, 0 for none. */
	void rate(int perSecond) {
		int before = rate;
		rate = perSecond;
		if (before == 0 && perSecond > 0) {
			Thread.ofPlatform().daemon().name("changes").start(this::change);
		}
	}

	private void change() {
		Played pods = pods();
		SplittableRandom random = new SplittableRandom(1);
		long begun = System.nanoTime();
		long done = 0;
		int now = rate;
		while (now > 0) {
			long due = (System.nanoTime() - begun) / 1_000 * now / 1_000_000;
			if (due > done) {
				pods.change(random, (int) (due - done));
				done = due;
			}
			LockSupport.parkNanos(TICK_NANOS);
			if (rate != now) {
				now = rate;
				begun = System.nanoTime();
				done = 0;
			}
		}
	}

	Played pods() {
		return java.util.Objects.requireNonNull(kinds.get("pods"));
	}

	/** Lets each answer have so many bytes a second from now on, or as many as it likes; with 0 connections are half open. */
	void pace(int bytesPerSecond) {
		pace = bytesPerSecond;
	}

	/** A way to a client as slow as this cluster is now. */
	OutputStream paced(OutputStream out) {
		return new FilterOutputStream(out) {
			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				try {
					while (pace == 0) {
						Thread.sleep(SILENCE_MILLIS);
					}
					out.write(bytes, offset, length);
					if (pace > 0) {
						Thread.sleep(length * 1_000L / pace);
					}
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
					throw new InterruptedIOException();
				}
			}
		};
	}

	/** Cuts every watch. */
	void cut() {
		cuts++;
	}
}
