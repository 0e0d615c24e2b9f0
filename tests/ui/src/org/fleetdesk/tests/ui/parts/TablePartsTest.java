package org.fleetdesk.tests.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.ui.objects.ViewState;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.SortOrder;

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
}
