package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** CronJobs: a Job at every time of the schedule, in UTC; the oldest finished ones are deleted. */
final class CronJobs implements Reconciler {

	private static final int MINUTES_LOOKED_AHEAD = 60 * 24 * 366;

	private final World world;

	CronJobs(World world) {
		this.world = world;
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode cronJob) {
		if (Trees.deleting(cronJob)) {
			return null;
		}
		List<ObjectNode> jobs = world.owned("batch/jobs", cronJob);
		tidy(cronJob, jobs);
		boolean suspended = Trees.at(cronJob, "spec.suspend").asBoolean();
		String last = Trees.text(cronJob, "status.lastScheduleTime");
		Instant since = Trees.time(cronJob, last.isEmpty() ? "metadata.creationTimestamp" : "status.lastScheduleTime");
		Instant next = suspended ? null : next(Trees.text(cronJob, "spec.schedule"), since);
		if (next != null && !next.isAfter(world.now())) {
			start(cronJob, next);
			String time = Trees.time(next);
			world.status(key, status -> status.put("lastScheduleTime", time));
			return Duration.ZERO;
		}
		world.status(key, status -> {
			ArrayNode active = Trees.array();
			for (ObjectNode job : jobs) {
				if (!Jobs.over(job)) {
					active.addObject().put("apiVersion", "batch/v1").put("kind", "Job").put("name", Trees.name(job))
							.put("namespace", Trees.namespace(job)).put("uid", Trees.uid(job));
				}
				String end = Trees.text(job, "status.completionTime");
				if (end.compareTo(Trees.text(status, "lastSuccessfulTime")) > 0) {
					status.put("lastSuccessfulTime", end);
				}
			}
			status.remove("active");
			if (!active.isEmpty()) {
				status.set("active", active);
			}
		});
		return next == null ? null : Duration.between(world.now(), next);
	}

	private void start(ObjectNode cronJob, Instant time) {
		String name = Trees.name(cronJob) + "-" + time.getEpochSecond() / 60;
		ObjectNode job = World.child(cronJob, "batch/v1", "Job", name);
		JsonNode template = Trees.at(cronJob, "spec.jobTemplate");
		ObjectNode metadata = (ObjectNode) job.get("metadata");
		if (template.path("metadata").has("labels")) {
			metadata.set("labels", template.path("metadata").get("labels").deepCopy());
		}
		job.set("spec", template.path("spec").deepCopy());
		if (world.get("batch/jobs", Trees.namespace(cronJob), name).isEmpty()) {
			world.create(job);
			world.event(cronJob, "Normal", "SuccessfulCreate", "Created job " + name, "cronjob-controller");
		}
	}

	private void tidy(ObjectNode cronJob, List<ObjectNode> jobs) {
		for (boolean failed : new boolean[]{true, false}) {
			int kept = failed
					? Trees.number(cronJob, "spec.failedJobsHistoryLimit", 1)
					: Trees.number(cronJob, "spec.successfulJobsHistoryLimit", 3);
			List<ObjectNode> over = jobs.stream().filter(Jobs::over)
					.filter(job -> Trees.number(job, "status.succeeded", 0) == 0 == failed)
					.sorted(Comparator.comparing(job -> Trees.text(job, "metadata.creationTimestamp"))).toList();
			for (int index = 0; index < over.size() - kept; index++) {
				world.delete(Key.of("batch/jobs", over.get(index)));
			}
		}
	}

	/** The first minute after an instant at which a schedule of five fields is due; nothing if it cannot be read. */
	static @Nullable Instant next(String schedule, Instant after) {
		String text = switch (schedule) {
			case "@hourly" -> "0 * * * *";
			case "@daily", "@midnight" -> "0 0 * * *";
			case "@weekly" -> "0 0 * * 0";
			case "@monthly" -> "0 0 1 * *";
			default -> schedule;
		};
		String[] fields = text.trim().split("\\s+");
		if (fields.length != 5) {
			return null;
		}
		ZonedDateTime time = after.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
		for (int minute = 0; minute < MINUTES_LOOKED_AHEAD; minute++) {
			if (!fits(fields[1], time.getHour(), 0) || !fits(fields[2], time.getDayOfMonth(), 1)
					|| !fits(fields[3], time.getMonthValue(), 1)
					|| !fits(fields[4], time.getDayOfWeek().getValue() % 7, 0)) {
				time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
				minute += 59;
			} else if (fits(fields[0], time.getMinute(), 0)) {
				return time.toInstant();
			} else {
				time = time.plusMinutes(1);
			}
		}
		return null;
	}

	private static boolean fits(String field, int value, int first) {
		for (String part : field.split(",")) {
			String[] rangeAndStep = part.split("/");
			int step = rangeAndStep.length > 1 ? Integer.parseInt(rangeAndStep[1]) : 1;
			if (rangeAndStep[0].equals("*")) {
				if ((value - first) % step == 0) {
					return true;
				}
				continue;
			}
			String[] ends = rangeAndStep[0].split("-");
			int from = Integer.parseInt(ends[0]);
			int to = ends.length > 1 ? Integer.parseInt(ends[1]) : rangeAndStep.length > 1 ? 59 : from;
			if (value >= from && value <= to && (value - from) % step == 0) {
				return true;
			}
		}
		return false;
	}
}
