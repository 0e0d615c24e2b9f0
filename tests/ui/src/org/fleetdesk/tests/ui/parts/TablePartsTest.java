package org.fleetdesk.tests.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Group;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.ui.objects.ViewState;
import org.fleetdesk.ui.table.AgeTicks;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.SortOrder;
import org.fleetdesk.ui.table.TableRows;

class TablePartsTest {
	private static final List<ListColumn> ALL = List.of(column("Name", false), column("Ready", false),
			column("Node", true), column("Age", false));

	private static ListColumn column(String name, boolean wide) {
		return new ListColumn(ListColumn.Source.SERVER, name, "string", wide, "");
	}

	private static List<String> names(ColumnLayout layout, List<ListColumn> all) {
		return layout.visible(all).stream().map(ListColumn::name).toList();
	}

	@Test
	void wideColumnsAreHiddenUntilTheyAreChosen() {
		assertEquals(List.of("Name", "Ready", "Age"), names(ColumnLayout.DEFAULT, ALL));
		assertEquals(List.of("Name", "Ready", "Node", "Age"),
				names(ColumnLayout.DEFAULT.with(ALL).show("Node", true), ALL));
	}

	@Test
	void columnsMoveAndAreReadBack() {
		ColumnLayout moved = ColumnLayout.DEFAULT.with(ALL).move("Age", Optional.of("Name")).resize("Name", 240)
				.show("Ready", false);
		assertEquals(List.of("Age", "Name"), names(moved, ALL));
		assertEquals(List.of("Name", "Age"), names(moved.move("Age", Optional.empty()), ALL));
		assertEquals(moved, ColumnLayout.parse(moved.text()));
		assertEquals(Optional.of(240), moved.width("Name"));
		assertEquals(ColumnLayout.DEFAULT, ColumnLayout.parse("no\tlayout\nat all"));
	}

	@Test
	void aColumnThatComesLaterStandsBesideItsNeighbour() {
		ColumnLayout known = ColumnLayout.DEFAULT.with(ALL).move("Age", Optional.of("Name"));
		List<ListColumn> more = List.of(column("Cluster", false), column("Name", false), column("New", false),
				column("Ready", false), column("Node", true), column("Age", false));
		assertEquals(List.of("Cluster", "Age", "Name", "New", "Ready"), names(known, more));
	}

	@Test
	void clicksOnHeadingsGoUpDownAndAway() {
		List<SortKey> up = SortOrder.click(List.of(), "Age", false);
		assertEquals(List.of(new SortKey("Age", false)), up);
		List<SortKey> down = SortOrder.click(up, "Age", false);
		assertEquals(List.of(new SortKey("Age", true)), down);
		assertEquals(List.of(), SortOrder.click(down, "Age", false));
		List<SortKey> two = SortOrder.click(down, "Name", true);
		assertEquals(List.of(new SortKey("Age", true), new SortKey("Name", false)), two);
		assertEquals(List.of(new SortKey("Name", false)), SortOrder.click(two, "Age", true));
		assertEquals(List.of(new SortKey("Ready", false)), SortOrder.click(two, "Ready", false));
	}

	@Test
	void withoutGroupsEveryRowIsALine() {
		TableRows rows = new TableRows(List.of(), 3, title -> true);
		assertEquals(3, rows.count());
		for (int row = 0; row < 3; row++) {
			assertEquals(row, rows.line(row));
			assertEquals(row, rows.rowOf(row));
			assertEquals(-1, rows.group(row));
		}
		assertEquals(-1, rows.line(3));
		assertEquals(-1, rows.line(-1));
		assertEquals(-1, rows.groupOf(0));
	}

	@Test
	void headingsStandAboveTheirLinesAndCollapsedOnesHideThem() {
		List<Group> groups = List.of(new Group("a", 0, 2), new Group("b", 2, 3), new Group("c", 5, 1));
		TableRows rows = new TableRows(groups, 6, title -> title.equals("b"));
		assertEquals("a0 0 1 a1 a2 5", IntStream.range(0, rows.count())
				.mapToObj(row -> rows.group(row) < 0 ? String.valueOf(rows.line(row)) : "a" + rows.group(row))
				.collect(Collectors.joining(" ")));
		assertEquals(List.of(1, 2, -1, -1, -1, 5), IntStream.range(0, 6).mapToObj(rows::rowOf).toList());
		assertEquals(List.of(0, 0, 1, 1, 1, 2), IntStream.range(0, 6).mapToObj(rows::groupOf).toList());
		assertEquals(3, rows.heading(1));
		assertEquals(-1, rows.line(6));
		assertEquals(-1, rows.group(6));
	}

	@Test
	void aViewRemembersWhatItShows() {
		ViewState state = new ViewState(List.of(new KindKey("apps", "deployments"), new KindKey("", "pods")),
				List.of("a", "b#c d"), Set.of("x", "y"), new ViewState.Selectors("app=web", "spec.nodeName=n"),
				List.of(new SortKey("Age", true), new SortKey("Name", false)), "Namespace", "web 1", "Mine", true);
		XMLMemento memento = XMLMemento.createWriteRoot("view");
		state.save(memento);
		assertEquals(state, ViewState.load(memento));
		assertEquals(ViewState.NOTHING, ViewState.load(null));
		assertEquals(ViewState.NOTHING, ViewState.load(XMLMemento.createWriteRoot("view")));
	}

	@Test
	void agesAreLookedAtSeldomWhereNoneCountsSeconds() {
		AgeTicks ticks = new AgeTicks();
		List<String> seconds = List.of("5m3s", "2d");
		assertTrue(ticks.moved(0, 1_000, () -> seconds));
		assertFalse(ticks.moved(0, 2_000, () -> seconds));
		assertTrue(ticks.moved(0, 3_000, () -> List.of("11m", "2d")));
		assertFalse(ticks.moved(0, 4_000, () -> List.of("12m", "2d")), "not looked at yet");
		assertTrue(ticks.moved(1, 5_000, () -> List.of("12m", "2d")), "others are seen");
		assertFalse(ticks.moved(1, 6_000, () -> seconds));
		ticks.anew();
		assertTrue(ticks.moved(1, 7_000, () -> seconds));
		assertTrue(ticks.moved(1, 8_000, () -> List.of("12m", "2d")));
		assertTrue(ticks.moved(1, 18_000, () -> List.of("13m", "2d")));
	}
}
