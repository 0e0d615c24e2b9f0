package org.fleetdesk.core.filter;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** Lines to filter: pods, and whatever a test adds. */
final class Lines {
	static final long NOW = 1_700_000_000_000L;
	static final long HOUR = 3_600_000;
	static final ResourceType PODS = type("", "pods", "Pod");
	static final ResourceType NODES = type("", "nodes", "Node");
	static final List<Heading> HEADINGS = List.of(text("Cluster"), text("Namespace"), text("Name"), text("Ready"),
			text("Status"), text("Restarts"), text("Age"), text("IP"), text("Node"), text("CPU"), text("Memory"),
			text("Images"), new Heading("Last Restart", "date"), new Heading("Weight", "integer"), text("Version"),
			new Heading("Expires", "deadline"));

	private Lines() {
	}

	static Heading text(String name) {
		return new Heading(name, "string");
	}

	static ResourceType type(String group, String plural, String kind) {
		return new ResourceType(group, "v1", plural, "", kind, true, List.of(), List.of(), Set.of(), true);
	}

	/** A line of a pod or a node. */
	record OneLine(String cluster, ResourceType type, Row row) implements Subject {
		@Override
		public @Nullable Object cell(int heading) {
			return heading == 0 ? cluster : heading == 1 ? row.namespace() : row.cell(heading);
		}
	}

	static OneLine line(String cluster, String namespace, String name, long ageMillis, String owner, String labels,
			@Nullable Object... cells) {
		Object[] all = new Object[cells.length + 3];
		System.arraycopy(cells, 0, all, 3, cells.length);
		all[2] = name;
		String[] pairs = labels.isEmpty() ? new String[0] : labels.split("[=,]", -1);
		return new OneLine(cluster, PODS,
				new Row(name, namespace, name, "1", NOW - ageMillis, owner, pairs, all));
	}

	/** Four pods: api, db, job, gpu. */
	static List<OneLine> pods() {
		return List.of(
				line("prod-eu", "web", "api-7c9", 50 * HOUR, "ReplicaSet/api-7c9f", "app=web,tier=front", "1/2",
						"CrashLoopBackOff", "14 (2h ago)", null, "10.0.0.1", "gpu-1", "250m", "512Mi",
						"nginx:1.27,envoy:1.30", NOW - 2 * HOUR, 7L, "v1.9.0", NOW + 20 * 24 * HOUR),
				line("prod-eu", "db", "postgres-0", 30 * 24 * HOUR, "StatefulSet/postgres", "app=db", "1/1", "Running",
						"0", null, "10.0.0.12", "node-2", "2", "4Gi", "postgres:17", null, 10L, "v1.10.0",
						NOW + 90 * 24 * HOUR),
				line("test", "kube-system", "job-x2", HOUR / 2, "Job/job", "", "0/1", "Completed", "3", null, "<none>",
						"<none>", "5m", "1Gi", "busybox", NOW - 60_000L, 100L, null, NOW - HOUR),
				line("test", "web-staging", "GPU Straße", 60_000, "", "app=gpu,team=", "0/1", "Pending", "0", null,
						null,
						"", null, null, "repo:5000/cuda:12", null, null, ""));
	}

	/** The first letters of the names of the lines that pass: "adjG" of all. */
	static String found(Filter filter) {
		List<OneLine> lines = pods();
		FilterRun run = filter.on(HEADINGS, NOW);
		StringBuilder found = new StringBuilder();
		IntStream.range(0, lines.size()).filter(i -> run.matches(lines.get(i)))
				.forEach(i -> found.append("apjG".charAt(i)));
		return found.toString();
	}
}
