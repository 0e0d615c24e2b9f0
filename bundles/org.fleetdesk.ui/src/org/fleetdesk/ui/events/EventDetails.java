package org.fleetdesk.ui.events;

import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.events.Involved;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.search.Knowledge;
import org.fleetdesk.core.search.Search;
import org.fleetdesk.core.search.Sighting;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.Palette;

/**
 * Below the events: the whole message of the selected one, and what is known of the object it is about, with a link there.
 * Belongs to the UI thread; looks for the object on a thread of its own.
 */
final class EventDetails {
	private final Composite area;
	private final Link object;
	private final Text message;
	private final Control styled;
	private final Search search;
	private final Background background;
	private final UiExecutor ui;
	private Optional<Line> shown = Optional.empty();

	EventDetails(Composite parent, Control styled, Search search, Background background, Runnable open) {
		this.styled = styled;
		this.search = search;
		this.background = background;
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 3).applyTo(area);
		object = new Link(area, SWT.WRAP);
		object.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open.run()));
		GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(object);
		message = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(120, SWT.DEFAULT).applyTo(message);
		ui = UiExecutor.of(area);
		show(Optional.empty());
	}

	/** Shows an event, or that none is selected. */
	void show(Optional<Line> event) {
		shown = event;
		message.setText(event.map(line -> EventColumns.text(line, "Message")).orElse(""));
		Optional<Involved> involved = event.flatMap(Involved::of);
		if (involved.isEmpty()) {
			say(event.isPresent()
					? NLS.bind(Messages.details_unserved, plain(event.map(Involved::text).orElse("")))
					: Messages.details_none);
			return;
		}
		Involved about = involved.get();
		say(sentence(about, Sighting.UNKNOWN));
		background.threads().newThread(() -> {
			Sighting sighting = search.sight(about.cluster().id(), KindKey.of(about.type()), about.namespace(),
					about.name());
			ui.execute(() -> {
				if (shown.equals(event)) {
					say(sentence(about, sighting));
				}
			});
		}).start();
	}

	private void say(String text) {
		if (!object.getText().equals(text)) {
			object.setText(text);
			area.layout();
		}
	}

	private String sentence(Involved about, Sighting sighting) {
		String path = about.namespace().isEmpty() ? about.name() : about.namespace() + "/" + about.name();
		String where = plain(
				NLS.bind(Messages.details_object, new Object[]{about.type().kind(), path, about.cluster().name()}));
		String state = switch (sighting.state()) {
			case GONE -> Messages.details_gone;
			case UNKNOWN -> Messages.details_unknown;
			case THERE -> there(sighting);
		};
		return "<a>" + where + "</a>: " + plain(state);
	}

	private String there(Sighting sighting) {
		String status = sighting.status().isEmpty() ? Messages.details_there : sighting.status();
		Optional<Knowledge> old = sighting.knowledge().filter(knowledge -> !knowledge.live());
		return old.map(knowledge -> NLS.bind(Messages.details_then, status,
				new FreshnessText(ZoneId.systemDefault(), background.clock().instant()).time(knowledge.since())))
				.orElse(status);
	}

	/** A text that a link shows as it stands. */
	private static String plain(String text) {
		return text.replace("<", "\u2039").replace(">", "\u203A").replace("&", "&&");
	}

	/** What it says of the object. */
	String said() {
		return object.getText();
	}

	/** Takes the theme's colours. */
	void themed() {
		Palette palette = Palette.of(styled);
		for (Control control : new Control[]{area, object, message}) {
			control.setBackground(palette.heading());
			control.setForeground(palette.text());
		}
		object.setLinkForeground(palette.key());
	}
}
