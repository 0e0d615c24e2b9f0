package org.fleetdesk.ui.object;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.Registration;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.kube.watch.Freshness.State;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.events.EventColumns;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.CopyLines;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.LiveTable;

import org.jspecify.annotations.Nullable;

/** The events about one object, live; listed only once the page was looked at. Belongs to the UI thread. */
final class EventsPage implements LiveTable.Owner, AutoCloseable {
	private final LiveTable table;
	private final ObjectWatch watch;
	private final InstantSource clock;
	private final Consumer<ObjectRef> opened;
	private @Nullable ListModel model;
	private @Nullable Registration registration;

	/**
	 * A page below a parent.
	 *
	 * @param styled the text field whose colours the theme sets
	 * @param opened takes an event that someone opens
	 */
	EventsPage(Composite parent, Control styled, IServiceLocator site, ObjectWatch watch, InstantSource clock,
			Consumer<ObjectRef> opened) {
		this.watch = watch;
		this.clock = clock;
		this.opened = opened;
		table = new LiveTable(parent, styled, clock, this);
		table.arrange(EventColumns.OF_ONE);
		table.order(EventColumns.NEWEST_FIRST);
		table.warnings(EventColumns::warns);
		table.message(Messages.events_loading);
		FocusScope.edit(site, table.control(), () -> CopyLines.tabbed(table), table::selectAll);
	}

	Control control() {
		return table.control();
	}

	/** Begins to list. */
	void begin() {
		if (model == null) {
			watch.events().ifPresent(begun -> {
				begun.sort(EventColumns.NEWEST_FIRST);
				model = begun;
				registration = begun.listen(UiExecutor.of(table.control()).coalescing(this::take));
			});
		}
	}

	private void take() {
		ListContent content = model == null ? ListContent.NOTHING : model.content();
		if (content.parts().isEmpty()) {
			return;
		}
		table.show(content);
		FreshnessText words = new FreshnessText(ZoneId.systemDefault(), clock.instant());
		boolean loading = content.parts().stream().anyMatch(p -> p.freshness().state() == State.LOADING);
		String none = FreshnessText.troubled(content.parts()).stream().findFirst().map(words::trouble)
				.orElse(loading ? Messages.events_loading : Messages.events_none);
		table.message(content.lines().isEmpty() ? none : "");
	}

	/** Takes the theme's colours, lets ages tick. */
	void tick() {
		table.themed();
		table.tick();
	}

	@Override
	public void sort(List<SortKey> order) {
		table.order(order);
		if (model != null) {
			model.sort(order);
		}
	}

	@Override
	public void arranged(ColumnLayout layout) {
		// for as long as the page is open
	}

	@Override
	public void open() {
		table.cursor().map(ObjectRef::of).ifPresent(opened);
	}

	@Override
	public void close() {
		if (registration != null) {
			registration.close();
		}
		if (model != null) {
			model.close();
		}
	}
}
