package org.fleetdesk.ui.capacity;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;
import org.fleetdesk.core.capacity.Amount;
import org.fleetdesk.core.capacity.Capacity;
import org.fleetdesk.ui.fleet.ClusterTexts;

/** The columns of the Capacity view: what stands in them, and how they are sorted. */
enum CapacityColumn {
	/** The cluster's name. */
	CLUSTER(Messages.column_cluster, 5, row -> row.name(), row -> 0),
	/** How it stands. */
	STATE(Messages.column_state, 5, CapacityRow::state, row -> 0),
	/** Its version. */
	VERSION(Messages.column_version, 4, CapacityRow::version, row -> 0),
	/** Its nodes. */
	NODES(Messages.column_nodes, 2, row -> CapacityText.of(row.capacity().ready(), row.capacity().nodes()),
			row -> row.capacity().nodes().orElse(-1)),
	/** Its pods. */
	PODS(Messages.column_pods, 2, row -> CapacityText.of(row.capacity().running(), row.capacity().pods()),
			row -> row.capacity().pods().orElse(-1)),
	/** Cores. */
	CPU(Messages.column_cpu, Capacity::cpu),
	/** Bytes of memory. */
	MEMORY(Messages.column_memory, Capacity::memory),
	/** Devices. */
	GPU(Messages.column_gpu, Capacity::gpu),
	/** Bytes of volumes. */
	STORAGE(Messages.column_storage, Capacity::storage);

	final String title;
	final int weight;
	private final Function<CapacityRow, String> text;
	private final Function<CapacityRow, Number> order;
	private final Optional<Function<Capacity, Amount>> amount;

	CapacityColumn(String title, int weight, Function<CapacityRow, String> text,
			Function<CapacityRow, Number> order) {
		this.title = title;
		this.weight = weight;
		this.text = text;
		this.order = order;
		this.amount = Optional.empty();
	}

	CapacityColumn(String title, Function<Capacity, Amount> amount) {
		this.title = title;
		this.weight = 5;
		this.text = row -> CapacityText.shares(amount.apply(row.capacity()), this::number);
		this.order = row -> share(amount.apply(row.capacity()));
		this.amount = Optional.of(amount);
	}

	private String number(double value) {
		return this == MEMORY || this == STORAGE ? CapacityText.bytes(value) : CapacityText.number(value);
	}

	private String unit(double value) {
		return switch (this) {
			case CPU -> NLS.bind(Messages.cores, number(value));
			case GPU -> NLS.bind(Messages.devices, number(value));
			default -> number(value);
		};
	}

	/** What stands in a cell. */
	String text(CapacityRow row) {
		return text.apply(row);
	}

	/** What is drawn as a bar; empty for columns of text. */
	Optional<Amount> amount(CapacityRow row) {
		return amount.map(a -> a.apply(row.capacity())).filter(Amount::any);
	}

	/** The same in words, for a tip; empty where the text says all. */
	String tip(CapacityRow row) {
		if (this == STATE) {
			return row.cluster().map(cluster -> ClusterTexts.tooltip(cluster)).orElse("");
		}
		if (this == NODES || this == PODS) {
			return text(row).isEmpty()
					? ""
					: NLS.bind(this == NODES ? Messages.nodes_ready : Messages.pods_running, text(row).split(" / "));
		}
		return amount.map(a -> CapacityText.words(a.apply(row.capacity()), this::unit,
				this == STORAGE ? Messages.capacity_claimed : Messages.capacity_requested)).orElse("");
	}

	/** How much of it is asked for, from 0; -1 where that is not known. */
	static double share(Amount amount) {
		return amount.capacity().isPresent() && amount.capacity().getAsDouble() > 0 && amount.requested().isPresent()
				? amount.requested().getAsDouble() / amount.capacity().getAsDouble()
				: -1;
	}

	/** Clusters of which something is known before others, then least (or greatest) first, then by name. */
	Comparator<CapacityRow> order(boolean greatestFirst) {
		Comparator<CapacityRow> least = Comparator.<CapacityRow>comparingDouble(row -> order.apply(row).doubleValue())
				.thenComparing(text, String.CASE_INSENSITIVE_ORDER);
		return Comparator.<CapacityRow, Boolean>comparing(row -> row.capacity().parts().isEmpty())
				.thenComparing(greatestFirst ? least.reversed() : least).thenComparing(CapacityRow::name);
	}
}
