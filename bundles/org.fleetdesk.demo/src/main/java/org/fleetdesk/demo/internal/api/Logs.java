package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.scenario.LogText;
import org.fleetdesk.demo.internal.store.Cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers logs: lines that are computed from the pod and the second, so that every look shows the same. Thread-safe. */
final class Logs {

	private static final Duration LOOK_BACK = Duration.ofHours(6);
	private static final Duration TURN = Duration.ofMillis(500);

	private final Cluster cluster;

	Logs(Cluster cluster) {
		this.cluster = cluster;
	}

	void log(Exchange exchange, Target target) throws IOException, InterruptedException {
		ObjectNode pod = cluster.store().get(target.key())
				.orElseThrow(() -> ApiException.notFound(target.kind(), target.name()));
		String container = container(pod, exchange.query("container"));
		boolean previous = exchange.flag("previous");
		JsonNode run = run(pod, container, previous);
		Instant start = Trees.time(run, "startedAt");
		Instant end = Trees.time(run, "finishedAt");
		boolean ended = !end.equals(Instant.EPOCH);
		Instant now = cluster.clock().instant();
		Instant until = ended ? end : now;
		LogText text = LogText.of(pod, container, start, ended ? end : null);
		List<LogText.Line> lines = text.lines(later(start, until.minus(LOOK_BACK)), until);
		lines = since(exchange, lines, now);
		int tail = exchange.query("tailLines").isEmpty() ? -1 : Lists.number(exchange, "tailLines");
		if (tail >= 0 && lines.size() > tail) {
			lines = lines.subList(lines.size() - tail, lines.size());
		}
		boolean times = exchange.flag("timestamps");
		if (!exchange.flag("follow")) {
			try (OutputStream out = exchange.stream(200, "text/plain")) {
				write(out, lines, times, Lists.number(exchange, "limitBytes"));
			}
			return;
		}
		try (OutputStream out = exchange.live("text/plain")) {
			write(out, lines, times, 0);
			out.flush();
			follow(exchange, target, new Following(text, container, times), until, out, ended);
		}
	}

	/** What goes on being told. */
	private record Following(LogText text, String container, boolean times) {
	}

	private void follow(Exchange exchange, Target target, Following following, Instant from, OutputStream out,
			boolean ended) throws IOException, InterruptedException {
		Instant seen = from;
		boolean over = ended;
		while (!over && exchange.open()) {
			Thread.sleep(TURN);
			ObjectNode pod = cluster.store().get(target.key()).orElse(null);
			Instant now = cluster.clock().instant();
			over = pod == null || !state(pod, following.container(), "state").has("running");
			write(out, following.text().lines(seen, now), following.times(), 0);
			seen = now;
			out.flush();
		}
	}

	private static List<LogText.Line> since(Exchange exchange, List<LogText.Line> lines, Instant now) {
		Instant since = Instant.EPOCH;
		if (!exchange.query("sinceSeconds").isEmpty()) {
			since = now.minusSeconds(Lists.number(exchange, "sinceSeconds"));
		} else if (!exchange.query("sinceTime").isEmpty()) {
			since = Instant.parse(exchange.query("sinceTime"));
		}
		Instant first = since;
		return new ArrayList<>(lines.stream().filter(line -> !line.time().isBefore(first)).toList());
	}

	private static void write(OutputStream out, List<LogText.Line> lines, boolean times, int limit)
			throws IOException {
		int left = limit > 0 ? limit : Integer.MAX_VALUE;
		for (LogText.Line line : lines) {
			String text = (times ? line.time() + " " : "") + line.text() + "\n";
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			int count = Math.min(left, bytes.length);
			out.write(bytes, 0, count);
			left -= count;
		}
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static String container(ObjectNode pod, String asked) {
		List<String> names = new ArrayList<>();
		List<String> init = new ArrayList<>();
		pod.path("spec").path("containers").forEach(each -> names.add(each.path("name").asText()));
		pod.path("spec").path("initContainers").forEach(each -> init.add(each.path("name").asText()));
		if (asked.isEmpty() && names.size() != 1) {
			throw ApiException
					.badRequest("a container name must be specified for pod " + Trees.name(pod) + ", choose one of: "
							+ names + (init.isEmpty() ? "" : " or one of the init containers: " + init));
		}
		String name = asked.isEmpty() ? names.get(0) : asked;
		if (!names.contains(name) && !init.contains(name)) {
			throw ApiException.badRequest("container " + name + " is not valid for pod " + Trees.name(pod));
		}
		return name;
	}

	private static JsonNode state(ObjectNode pod, String container, String which) {
		for (String list : new String[]{"containerStatuses", "initContainerStatuses"}) {
			for (JsonNode status : pod.path("status").path(list)) {
				if (status.path("name").asText().equals(container)) {
					return status.path(which);
				}
			}
		}
		return Trees.object();
	}

	private static JsonNode run(ObjectNode pod, String container, boolean previous) {
		JsonNode state = state(pod, container, "state");
		JsonNode last = state(pod, container, "lastState").path("terminated");

		JsonNode run = previous
				? last
				: state.has("running")
						? state.path("running")
						: state.has("terminated") ? state.path("terminated") : last;
		if (run.isMissingNode()) {
			throw ApiException.badRequest(previous
					? "previous terminated container \"" + container + "\" in pod \"" + Trees.name(pod) + "\" not found"
					: "container \"" + container + "\" in pod \"" + Trees.name(pod) + "\" is waiting to start: "
							+ state.path("waiting").path("reason").asText("ContainerCreating"));
		}
		return run;
	}
}
