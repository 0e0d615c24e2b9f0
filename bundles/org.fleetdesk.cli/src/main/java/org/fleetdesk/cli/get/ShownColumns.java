package org.fleetdesk.cli.get;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRun;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.PackProblem;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowPlans;

import org.jspecify.annotations.Nullable;

/**
 * Which columns are read and shown: those that {@code --columns} names; else of Kubernetes' own kinds the server's, as kubectl
 * shows them, and of kinds that another pack describes the pack's. Safe for any thread.
 */
final class ShownColumns {
	private static final String ALL = "all";
	private static final String NAME = "Name";
	private static final String HEALTH = "Health";
	private static final int VERDICT = -1; // in place of a column: how the object does

	private final List<String> names; // without what people leave out; none for the usual columns
	private final Kinds kinds;
	private final InstantSource clock;
	private final Set<PackProblem> problems = ConcurrentHashMap.newKeySet();
	private final Set<String> missing = ConcurrentHashMap.newKeySet();

	/** The columns of a value of {@code --columns}, which is empty if the usual ones are meant. */
	ShownColumns(String value, Kinds kinds, InstantSource clock) {
		this.names = value.isEmpty() ? List.of() : Stream.of(value.split(",", -1)).map(String::strip).toList();
		this.kinds = kinds;
		this.clock = clock;
	}

	/** How rows are read that are shown. */
	RowPlans plans() {
		return type -> {
			note(type);
			return names.isEmpty() && !beyondKubernetes(type) ? Optional.empty() : plan(type);
		};
	}

	/** Whether the column of a heading was named. */
	boolean names(String heading) {
		return names.size() == 1 && names.getFirst().equalsIgnoreCase(ALL)
				|| names.stream().anyMatch(name -> Heading.plain(name).equals(Heading.plain(heading)));
	}

	/** A column stays empty for this reason. */
	void without(String sentence) {
		missing.add(sentence);
	}

	/** When schedules are looked at. */
	long now() {
		return clock.millis();
	}

	/** How rows are read that have all that is known of their kind. */
	RowPlans described() {
		return this::plan;
	}

	private Optional<RowPlan> plan(ResourceType type) {
		Optional<RowPlan> plan = kinds.of(type);
		note(type);
		return plan;
	}

	private void note(ResourceType type) {
		kinds.problems().stream().filter(problem -> problem.concerns(KindKey.of(type))).forEach(problems::add);
	}

	private boolean beyondKubernetes(ResourceType type) {
		return kinds.pack(KindKey.of(type)).filter(pack -> !pack.equals(Kinds.KUBERNETES)).isPresent();
	}

	/** The rows of a sheet in the columns that are shown; a {@link Failure} if it has not all that were named. */
	Sheet of(Sheet sheet) {
		if (names.isEmpty()) {
			return sheet;
		}
		List<Integer> chosen = chosen(sheet);
		HealthRun health = chosen.contains(VERDICT)
				? kinds.health(sheet.type()).on(sheet.columns(), clock.millis())
				: HealthRun.NONE;
		Sheet shown = new Sheet(sheet.target(), sheet.type());
		shown.columns(chosen.stream().map(at -> column(sheet, at)).toList());
		for (Row row : sheet.rows()) {
			@Nullable
			Object[] cells = new @Nullable Object[chosen.size()];
			for (int i = 0; i < cells.length; i++) {
				cells[i] = chosen.get(i) == VERDICT ? word(health, sheet, row) : row.cell(chosen.get(i));
			}
			shown.row(new Row(row.uid(), row.namespace(), row.name(), row.resourceVersion(), row.createdMillis(),
					cells));
		}
		return shown;
	}

	private static Column column(Sheet sheet, int at) {
		Column column = at == VERDICT ? new Column(heading(sheet), "string", false, "") : sheet.columns().get(at);
		return new Column(column.name(), column.type(), false, column.description());
	}

	private static @Nullable String word(HealthRun health, Sheet sheet, Row row) {
		Health known = health.of(sheet.target().name(), sheet.type(), row);
		return known == null ? null : known.word();
	}

	/** The places of the columns in a sheet, the name first. */
	private List<Integer> chosen(Sheet sheet) {
		List<Integer> chosen = new ArrayList<>();
		if (names.size() == 1 && names.getFirst().equalsIgnoreCase(ALL)) {
			for (int i = 0; i < sheet.columns().size(); i++) {
				chosen.add(i);
			}
			chosen.add(VERDICT);
			return chosen;
		}
		if (names.stream().noneMatch(NAME::equalsIgnoreCase)) {
			find(sheet, NAME).ifPresent(chosen::add);
		}
		names.forEach(name -> chosen.add(find(sheet, name).orElseThrow(() -> unknown(sheet, name))));
		return chosen;
	}

	private static Optional<Integer> find(Sheet sheet, String name) {
		String plain = Heading.plain(name);
		for (int i = 0; i < sheet.columns().size(); i++) {
			if (Heading.plain(sheet.columns().get(i).name()).equals(plain)) {
				return Optional.of(i);
			}
		}
		return plain.equals(Heading.plain(heading(sheet))) ? Optional.of(VERDICT) : Optional.empty();
	}

	/** What how objects do stands under, as in the window: kinds of storage have a "Health" of their own. */
	private static String heading(Sheet sheet) {
		return sheet.columns().stream().anyMatch(column -> column.name().equals(HEALTH)) ? HEALTH + " 2" : HEALTH;
	}

	private static Failure unknown(Sheet sheet, String name) {
		return Failure.of("columns.unknown", sheet.type().plural(), name, Stream
				.concat(sheet.columns().stream().map(Column::name), Stream.of(heading(sheet)))
				.collect(Collectors.joining(", ")));
	}

	/** Says on standard error what is wrong in files that describe what was asked for, and which columns stayed empty. */
	void tell(Terminal terminal) {
		missing.forEach(sentence -> terminal.say(Texts.text("finding.warning", sentence)));
		problems.forEach(problem -> terminal.say(Texts.text("finding.warning", problem.finding().text())));
	}
}
