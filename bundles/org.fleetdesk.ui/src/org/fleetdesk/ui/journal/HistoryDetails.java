package org.fleetdesk.ui.journal;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.MissingNode;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.DiffText;
import org.fleetdesk.ui.table.Palette;

/**
 * Below the history: what the selected operation did, why what is not done is not, and the object before and after as a
 * difference. Belongs to the UI thread; the journal is read and compared on a thread of its own.
 */
final class HistoryDetails {
	private static final int CONTEXT = 3;

	private final Composite area;
	private final Link object;
	private final Text message;
	private final DiffText difference;
	private final Control styled;
	private final JournalDatabase journal;
	private final Background background;
	private final Fleet fleet;
	private final OperationRunner runner;
	private final Supplier<OperationWords> words;
	private final UiExecutor ui;
	private Optional<HistoryRow> shown = Optional.empty();

	HistoryDetails(Composite parent, Control styled, IServiceLocator services, Supplier<OperationWords> words,
			Runnable open) {
		this.styled = styled;
		this.words = words;
		this.journal = services.getService(JournalDatabase.class);
		this.background = services.getService(Background.class);
		this.fleet = services.getService(Fleet.class);
		this.runner = services.getService(OperationRunner.class);
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 3).applyTo(area);
		object = new Link(area, SWT.WRAP);
		object.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open.run()));
		GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(object);
		message = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(message);
		difference = new DiffText(area, styled);
		GridDataFactory.fillDefaults().grab(true, true).hint(120, 20).applyTo(difference.control());
		ui = UiExecutor.of(area);
		show(Optional.empty());
	}

	/** Shows a row, or that none is selected. */
	void show(Optional<HistoryRow> row) {
		shown = row;
		if (row.isEmpty()) {
			say(Messages.details_none, "");
			difference.show(List.of());
			return;
		}
		OperationWords said = words.get();
		Entry newest = row.get().entries().getFirst();
		if (row.get() instanceof HistoryRow.Operation operation && operation.several()) {
			say(plain(NLS.bind(Messages.details_several, said.sentence(newest), operation.parts())),
					said.report(row.get().entries()));
			difference.show(List.of());
			return;
		}
		say(NLS.bind(Messages.details_one,
				new Object[]{"<a>" + plain(OperationWords.object(newest)) + "</a>", plain(newest.place().name()),
						plain(said.sentence(newest))}),
				newest.message());
		background.threads().newThread(() -> read(row.get(), newest)).start();
	}

	private void read(HistoryRow row, Entry newest) {
		String problem = "";
		List<DiffLine> lines = List.of();
		try {
			Optional<Entry> whole = journal.entry(newest.id());
			whole.filter(entry -> entry.outcome() == Entry.Outcome.UNKNOWN).ifPresent(this::findOut);
			lines = whole.map(entry -> Differences.of(entry.before().orElse(MissingNode.getInstance()),
					entry.after().orElse(MissingNode.getInstance())).lines(CONTEXT))
					.orElse(List.of());
		} catch (UncheckedIOException e) {
			problem = String.valueOf(e.getMessage());
		}
		List<DiffLine> compared = lines;
		String why = problem;
		ui.execute(() -> {
			if (shown.filter(row::equals).isPresent()) {
				difference.show(compared);
				if (!why.isEmpty()) {
					say(object.getText(), why);
				}
			}
		});
	}

	/** Looks at the object what became of a change that was cut off; if that tells, the journal has it, and tells of it. */
	private void findOut(Entry unknown) {
		fleet.cluster(unknown.place().cluster()).flatMap(Cluster::session).ifPresent(session -> session.run(() -> {
			try {
				runner.findOut(unknown, session);
			} catch (KubeException e) {
				// it stays unknown for now
			}
		}));
	}

	private void say(String heading, String text) {
		if (!object.getText().equals(heading) || !message.getText().equals(text)) {
			object.setText(heading);
			message.setText(text);
			message.setVisible(!text.isEmpty());
			((GridData) message.getLayoutData()).exclude = text.isEmpty();
			area.layout();
		}
	}

	/** A text that a link shows as it stands. */
	private static String plain(String text) {
		return text.replace("<", "\u2039").replace(">", "\u203A").replace("&", "&&");
	}

	/** What it says and shows, for tests. */
	String said() {
		return object.getText() + "\n" + message.getText() + "\n" + difference.text();
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
