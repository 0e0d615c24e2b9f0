package org.fleetdesk.kube.internal.rows;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What an autoscaler aims at and what there is, as kubectl writes it: "cpu: 30%/80%, 5/10 (avg)". */
final class AutoscalerTargets implements Reducer {

	private static final int MOST = 2;
	private static final String UNKNOWN = "<unknown>";

	/** The values of metrics of one type, wanted or current. */
	private static final class Values {
		private final Slot average;
		private final Slot value;
		private final Slot percent;

		Values(Inputs in, String path) {
			average = in.text(path + ".averageValue");
			value = in.text(path + ".value");
			percent = in.number(path + ".averageUtilization");
		}

		String percent(int index, String otherwise) {
			return percent.number(index) == Slot.NONE ? otherwise : percent.number(index) + "%";
		}
	}

	/** A type of metrics. */
	private static final class Metrics {
		private final String type;
		private final boolean resource;
		private final @Nullable Slot name;
		private final Slot there;
		private final Values wanted;
		private final Values current;

		Metrics(Inputs in, String type, String field) {
			String now = "status.currentMetrics[*]." + field;
			this.type = type;
			this.resource = type.endsWith("Resource");
			this.name = resource ? in.text("spec.metrics[*]." + field + ".name") : null;
			this.there = in.flag(now);
			this.wanted = new Values(in, "spec.metrics[*]." + field + ".target");
			this.current = new Values(in, now + ".current");
		}

		String text(int i) {
			String average = wanted.average.text(i);
			String before = name == null ? "" : name.text(i) + ": ";
			if (!average.isEmpty()) {
				String now = current.average.text(i);
				String after = resource || type.equals("Pods") ? "" : " (avg)";
				return before + (now.isEmpty() ? UNKNOWN : now) + "/" + average + after;
			}
			if (resource) {
				return before + current.percent(i, UNKNOWN) + "/" + wanted.percent(i, "<auto>");
			}
			String now = there.number(i) == 1 ? current.value.text(i) : UNKNOWN;
			return (now.isEmpty() ? "0" : now) + "/" + wanted.value.text(i);
		}
	}

	private final StringPool pool;
	private final Slot types;
	private final List<Metrics> all;

	AutoscalerTargets(Inputs in) {
		pool = in.pool();
		types = in.text("spec.metrics[*].type");
		all = List.of(new Metrics(in, "External", "external"), new Metrics(in, "Pods", "pods"),
				new Metrics(in, "Object", "object"), new Metrics(in, "Resource", "resource"),
				new Metrics(in, "ContainerResource", "containerResource"));
	}

	@Override
	public @Nullable Object cell() {
		List<String> some = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST, types.count()); i++) {
			some.add(text(i));
		}
		String joined = String.join(", ", some);
		int more = types.count() - MOST;
		return some.isEmpty() ? null : pool.share(more > 0 ? joined + " + " + more + " more..." : joined);
	}

	private String text(int index) {
		for (Metrics metrics : all) {
			if (metrics.type.equals(types.text(index))) {
				return metrics.text(index);
			}
		}
		return "<unknown type>";
	}
}
