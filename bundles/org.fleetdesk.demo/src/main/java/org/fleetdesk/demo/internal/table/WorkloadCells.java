package org.fleetdesk.demo.internal.table;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/** Cells of jobs and autoscalers. Stateless. */
final class WorkloadCells {

	private WorkloadCells() {
	}

	static String text(String reducer, JsonNode object, Instant now) {
		return switch (reducer) {
			case "jobStatus" -> status(object);
			case "jobCompletions" -> completions(object);
			case "jobDuration" -> duration(object, now);
			case "scaleTarget" ->
				Trees.text(object, "spec.scaleTargetRef.kind") + "/" + Trees.text(object, "spec.scaleTargetRef.name");
			default -> metrics(object);
		};
	}

	private static String status(JsonNode job) {
		for (String type : new String[]{"Complete", "Failed", "Suspended"}) {
			for (JsonNode condition : job.path("status").path("conditions")) {
				if (condition.path("type").asText().equals(type) && condition.path("status").asText().equals("True")) {
					return type;
				}
			}
		}
		return Trees.deleting(job) ? "Terminating" : "Running";
	}

	private static String completions(JsonNode job) {
		int succeeded = Trees.number(job, "status.succeeded", 0);
		int wanted = Trees.number(job, "spec.completions", 0);
		if (wanted > 0) {
			return succeeded + "/" + wanted;
		}
		int parallel = Trees.number(job, "spec.parallelism", 1);
		return parallel > 1 ? succeeded + "/1 of " + parallel : succeeded + "/1";
	}

	private static String duration(JsonNode job, Instant now) {
		Instant start = Trees.time(job, "status.startTime");
		if (start.equals(Instant.EPOCH)) {
			return "";
		}
		Instant end = Trees.time(job, "status.completionTime");
		return Ages.text(Duration.between(start, end.equals(Instant.EPOCH) ? now : end));
	}

	private static String metrics(JsonNode autoscaler) {
		String text = Trees.elements(autoscaler.path("spec").path("metrics")).stream().map(metric -> {
			JsonNode resource = metric.path("resource");
			JsonNode current = Trees.at(autoscaler, "status.currentMetrics.0.resource.current.averageUtilization");
			return resource.path("name").asText() + ": " + (current.isNumber() ? current.asText() + "%" : "<unknown>")
					+ "/"
					+ Trees.text(resource, "target.averageUtilization") + "%";
		}).collect(Collectors.joining(", "));
		return text.isEmpty() ? "<none>" : text;
	}
}
