package org.fleetdesk.core.capacity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.kube.watch.Freshness.State;

/** The lists of one cluster that its capacity is made of, kept live. For one thread; its owner closes it. */
final class ClusterLists implements AutoCloseable {
	/** What is listed. */
	private enum Kind {
		NODES("nodes"), PODS("pods"), VOLUMES("persistentvolumes"), CLAIMS("persistentvolumeclaims"), USAGE(
				"nodes.metrics.k8s.io");

		private final KindKey key;

		Kind(String key) {
			this.key = KindKey.parse(key);
		}
	}

	private static final String STATUS = "Status";
	private static final String PHASE = "Phase";
	private static final String CPU = "CPU";
	private static final String MEMORY = "Memory";

	private final Fleet fleet;
	private final Cluster cluster;
	private final Background background;
	private final Runnable changed;
	private final Map<Kind, ListModel> models = new EnumMap<>(Kind.class);
	private final List<Registration> registrations = new ArrayList<>();

	/** The lists of an open cluster; {@code changed} is told on any thread. */
	ClusterLists(Fleet fleet, Cluster cluster, Background background, Runnable changed) {
		this.fleet = fleet;
		this.cluster = cluster;
		this.background = background;
		this.changed = changed;
	}

	/** Begins the lists of what the cluster serves by now. */
	private void begin() {
		for (Kind kind : Kind.values()) {
			if (!models.containsKey(kind) && kind.key.in(cluster.state().catalogue()).isPresent()) {
				ListModel model = new ListModel(fleet, ListQuery.all(kind.key, List.of(cluster)), background);
				models.put(kind, model);
				registrations.add(model.listen(changed));
			}
		}
	}

	/** The sums as they are now. */
	Capacity capacity() {
		begin();
		ListContent nodes = content(Kind.NODES);
		ListContent pods = content(Kind.PODS);
		Predicate<Object> alive = phase -> !"Succeeded".equals(phase) && !"Failed".equals(phase);
		List<Part> parts = models.values().stream().flatMap(m -> m.content().parts().stream()).toList();
		return new Capacity(count(nodes, STATUS, status -> true),
				count(nodes, STATUS, status -> status instanceof String text && text.startsWith("Ready")),
				count(pods, PHASE, alive), count(pods, PHASE, "Running"::equals),
				new Amount(sum(nodes, CPU), requests(pods, "CPU Requests", alive), sum(content(Kind.USAGE), CPU)),
				new Amount(sum(nodes, MEMORY), requests(pods, "Memory Requests", alive),
						sum(content(Kind.USAGE), MEMORY)),
				new Amount(sum(nodes, "GPU"), requests(pods, "GPU Requests", alive), OptionalDouble.empty()),
				new Amount(sum(content(Kind.VOLUMES), "Capacity"), sum(content(Kind.CLAIMS), "Requested"),
						OptionalDouble.empty()),
				parts);
	}

	private ListContent content(Kind kind) {
		ListModel model = models.get(kind);
		return model == null ? ListContent.NOTHING : model.content();
	}

	/** Whether any of it was ever listed: what loads, or may not be listed, is not nothing but unknown. */
	private static boolean known(ListContent content) {
		return content.parts().stream().anyMatch(part -> part.rows() > 0 || part.freshness().state() == State.LIVE);
	}

	private static int index(ListContent content, String heading) {
		for (int i = 0; i < content.columns().size(); i++) {
			if (content.columns().get(i).name().equals(heading)) {
				return i;
			}
		}
		return -1;
	}

	private static OptionalInt count(ListContent content, String heading, Predicate<Object> counted) {
		int column = index(content, heading);
		if (!known(content) || column < 0 && !content.lines().isEmpty()) {
			return OptionalInt.empty();
		}
		return OptionalInt.of((int) content.lines().stream()
				.filter(line -> counted.test(String.valueOf(content.cell(line, column)))).count());
	}

	private static OptionalDouble requests(ListContent pods, String heading, Predicate<Object> alive) {
		int phase = index(pods, PHASE);
		return sum(pods, heading, line -> phase >= 0 && alive.test(pods.cell(line, phase)));
	}

	private static OptionalDouble sum(ListContent content, String heading) {
		return sum(content, heading, line -> true);
	}

	private static OptionalDouble sum(ListContent content, String heading, Predicate<Line> counted) {
		int column = index(content, heading);
		if (!known(content) || column < 0) {
			return OptionalDouble.empty();
		}
		double sum = 0;
		for (Line line : content.lines()) {
			if (content.cell(line, column) instanceof Number number && counted.test(line)) {
				sum += number.doubleValue();
			}
		}
		return OptionalDouble.of(sum);
	}

	@Override
	public void close() {
		registrations.forEach(Registration::close);
		models.values().forEach(ListModel::close);
	}
}
