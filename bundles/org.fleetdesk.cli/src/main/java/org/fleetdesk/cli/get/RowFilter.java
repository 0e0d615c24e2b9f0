package org.fleetdesk.cli.get;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.FilterRun;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Subject;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRun;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** The value of {@code --filter}, over the rows of sheets. Safe for any thread. */
final class RowFilter {
	private final Filter filter;
	private final InstantSource clock;
	private final Kinds kinds;
	private final Set<String> missing = ConcurrentHashMap.newKeySet();
	private final AtomicInteger hidden = new AtomicInteger();

	/** A filter; a {@link Failure} if the text is wrong somewhere. */
	RowFilter(String text, InstantSource clock, Kinds kinds) {
		this.filter = Filter.parse(text);
		this.kinds = kinds;
		this.clock = clock;
		filter.problem().ifPresent(problem -> {
			throw Failure.of("filter.wrong", problem.from() + 1, problem.sentence());
		});
	}

	/** Whether every row passes. */
	boolean all() {
		return filter.all();
	}

	/** Whether it looks at the column of a heading. */
	boolean asks(String heading) {
		return filter.asks(heading);
	}

	/** How many rows were left out. */
	int hidden() {
		return hidden.get();
	}

	/** The rows of a sheet that pass. */
	Sheet of(Sheet sheet) {
		if (filter.all()) {
			return sheet;
		}
		FilterRun run = run(sheet);
		run.missing().forEach(problem -> missing.add(problem.sentence()));
		Cursor cursor = new Cursor(sheet, kinds.health(sheet.type()).on(sheet.columns(), clock.millis()));
		return kept(sheet, row -> {
			cursor.row = row;
			return run.matches(cursor);
		});
	}

	/** The rows of a sheet whose objects pass by their rows in other columns. */
	Sheet of(Sheet sheet, Sheet other) {
		Set<String> passing = places(of(other));
		hidden.addAndGet(passing.size() - other.rows().size()); // they are counted once
		return kept(sheet, row -> passing.contains(place(row)));
	}

	private Sheet kept(Sheet sheet, Predicate<Row> passes) {
		Sheet passed = new Sheet(sheet.target(), sheet.type());
		passed.columns(sheet.columns());
		sheet.rows().stream().filter(passes).forEach(passed::row);
		hidden.addAndGet(sheet.rows().size() - passed.rows().size());
		return passed;
	}

	private FilterRun run(Sheet sheet) {
		List<Heading> headings = Stream.concat(
				Stream.of(new Heading("Cluster", "string"), new Heading("Namespace", "string")),
				Heading.of(sheet.columns()).stream()).toList();
		return filter.on(headings, clock.millis());
	}

	/** Whether a sheet has every column that is asked for; how objects do is told by more than kubectl shows. */
	boolean answeredBy(Sheet sheet) {
		return filter.all() || !Heading.plain(filter.text()).contains("health") && run(sheet).missing().isEmpty();
	}

	/** What tells the objects of a sheet's rows from others: namespace and name. */
	static Set<String> places(Sheet sheet) {
		return sheet.rows().stream().map(RowFilter::place).collect(Collectors.toSet());
	}

	/** What tells an object of one type from others. */
	static String place(Row row) {
		return row.namespace() + "/" + row.name();
	}

	/** Says on standard error which keys no row has, and that an expression took too long. */
	void tell(Terminal terminal) {
		missing.forEach(sentence -> terminal.say(Texts.text("finding.warning", sentence)));
		filter.problem().ifPresent(problem -> terminal.say(Texts.text("finding.warning", problem.sentence())));
	}

	/** A row of a sheet. */
	private static final class Cursor implements Subject {
		private final Sheet sheet;
		private final HealthRun health;
		private @Nullable Row row;

		private Cursor(Sheet sheet, HealthRun health) {
			this.sheet = sheet;
			this.health = health;
		}

		@Override
		public String cluster() {
			return sheet.target().name();
		}

		@Override
		public ResourceType type() {
			return sheet.type();
		}

		@Override
		public Row row() {
			Row current = row;
			if (current == null) {
				throw new IllegalStateException("no row yet");
			}
			return current;
		}

		@Override
		public String health() {
			Health known = health.of(cluster(), type(), row());
			return known == null ? "" : known.word();
		}

		@Override
		public @Nullable Object cell(int heading) {
			return switch (heading) {
				case 0 -> cluster();
				case 1 -> row().namespace();
				default -> row().cell(heading - 2);
			};
		}
	}
}
