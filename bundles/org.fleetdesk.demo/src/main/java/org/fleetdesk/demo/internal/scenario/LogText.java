package org.fleetdesk.demo.internal.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a container writes: the lines of logs.yaml for its app, the same line for the same second at every look.
 * Unchangeable.
 */
public final class LogText {

	/** One line, without its end. */
	public record Line(Instant time, String text) {
	}

	private static final JsonNode FILE = read();

	private final JsonNode app;
	private final String pod;
	private final Instant start;
	private final @Nullable Instant end;
	private final boolean failed;

	private LogText(JsonNode app, String pod, Instant start, @Nullable Instant end, boolean failed) {
		this.app = app;
		this.pod = pod;
		this.start = start;
		this.end = end;
		this.failed = failed;
	}

	private static JsonNode read() {
		try (InputStream in = LogText.class.getResourceAsStream("logs.yaml")) {
			return Trees.YAML.readTree(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What a container of a pod writes in one run of it; the run has ended if it has an end. */
	public static LogText of(JsonNode pod, String container, Instant start, @Nullable Instant end) {
		String image = "";
		for (JsonNode each : pod.path("spec").path("containers")) {
			image = each.path("name").asText().equals(container) ? each.path("image").asText() : image;
		}
		String base = image.substring(image.lastIndexOf('/') + 1).replaceFirst("[:@].*", "");
		JsonNode app = FILE.has(base) ? FILE.path(base) : FILE.path("any");
		boolean failed = false;
		for (JsonNode status : pod.path("status").path("containerStatuses")) {
			for (String state : new String[]{"state", "lastState"}) {
				JsonNode ended = status.path(state).path("terminated");
				failed |= ended.path("exitCode").asInt() != 0 && Trees.time(ended, "finishedAt").equals(end);
			}
		}
		return new LogText(app, Trees.name(pod), start, end, failed);
	}

	/** The lines from one instant to before another. */
	public List<Line> lines(Instant from, Instant until) {
		List<Line> lines = new ArrayList<>();
		int millis = 0;
		for (JsonNode line : app.path("start")) {
			add(lines, start.plusMillis(5 + 7L * millis++), line.asText(), from, until);
		}
		JsonNode repeated = app.path("lines");
		int every = app.path("every").asInt(7);
		long first = Math.max(start.getEpochSecond() + 2, from.getEpochSecond());
		for (long second = first; second <= until.getEpochSecond() && !repeated.isEmpty(); second++) {
			Random random = new Random(second * 31 + pod.hashCode());
			random.nextInt();
			if (random.nextInt(every) == 0) {
				Instant time = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
				add(lines, time, filled(repeated.get(random.nextInt(repeated.size())).asText(), random), from, until);
			}
		}
		if (end != null) {
			for (JsonNode line : app.path(failed ? "failure" : "end")) {
				add(lines, end.minusMillis(20).plusMillis(lines.size() % 19), line.asText(), from, end.plusSeconds(1));
			}
		}
		return lines;
	}

	private void add(List<Line> lines, Instant time, String text, Instant from, Instant until) {
		if (!time.isBefore(from) && time.isBefore(until)) {
			lines.add(new Line(time, text.replace("{time}", time.toString()).replace("{pod}", pod)));
		}
	}

	/** Puts numbers in the place of {@code {n}} and words in that of {@code {word}}. */
	private static String filled(String text, Random random) {
		String filled = text;
		while (filled.contains("{n}")) {
			filled = filled.replaceFirst("\\{n}", Integer.toString(1 + random.nextInt(400)));
		}
		JsonNode words = FILE.path("words");
		while (filled.contains("{word}")) {
			filled = filled.replaceFirst("\\{word}", words.get(random.nextInt(words.size())).asText());
		}
		return filled;
	}
}
