package org.fleetdesk.cli.get;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.FilterRun;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Subject;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRules;
import org.fleetdesk.core.kinds.HealthRun;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** The value of {@code --filter}, over the rows of sheets. Safe for any thread. */
final class RowFilter {
	private final Filter filter;
	private final InstantSource clock;
	private final Optional<Kinds> kinds; // if rows are filtered at all
	private final Set<String> missing = ConcurrentHashMap.newKeySet();
	private final AtomicInteger hidden = new AtomicInteger();

	/**
	 * A filter; a {@link Failure} if the text is wrong somewhere.
	 *
	 * @param kinds gives what is known of kinds, if rows are filtered at all
	 */
	RowFilter(String text, InstantSource clock, Supplier<Kinds> kinds) {
		this.filter = Filter.parse(text);
		this.kinds = filter.all() ? Optional.empty() : Optional.of(kinds.get());
		this.clock = clock;
		filter.problem().ifPresent(problem -> {
			throw Failure.of("filter.wrong", problem.from() + 1, problem.sentence());
		});
	}

	/** Whether every row passes. */
	boolean all() {
		return filter.all();
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
		List<Heading> headings = Stream.concat(
				Stream.of(new Heading("Cluster", "string"), new Heading("Namespace", "string")),
				Heading.of(sheet.columns()).stream()).toList();
		FilterRun run = filter.on(headings, clock.millis());
		run.missing().forEach(problem -> missing.add(problem.sentence()));
		HealthRules rules = kinds.map(known -> known.health(sheet.type())).orElse(HealthRules.NONE);
		Cursor cursor = new Cursor(sheet, rules.on(sheet.columns(), clock.millis()));
		Sheet passed = new Sheet(sheet.target(), sheet.type());
		passed.columns(sheet.columns());
		for (Row row : sheet.rows()) {
			cursor.row = row;
			if (run.matches(cursor)) {
				passed.row(row);
			}
		}
		hidden.addAndGet(sheet.rows().size() - passed.rows().size());
		return passed;
	}

	/** What tells the objects of a sheet's rows that pass from others: namespace and name. */
	Set<String> passing(Sheet sheet) {
		Set<String> passing = new HashSet<>();
		of(sheet).rows().forEach(row -> passing.add(row.namespace() + "/" + row.name()));
		return passing;
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
