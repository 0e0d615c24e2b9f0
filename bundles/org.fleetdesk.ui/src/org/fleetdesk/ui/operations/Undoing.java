package org.fleetdesk.ui.operations;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalQuery;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Undo;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.KubectlDialog;
import org.fleetdesk.ui.change.Preview;
import org.fleetdesk.ui.change.Resolution;

/**
 * Takes back what the journal has, by an operation like any other. Belongs to the UI thread; the journal is read on a thread
 * of its own.
 */
public final class Undoing {
	private static final int MOST_NAMED = 10;
	private static final int LOOKED_AT = 2_000;
	private static final String UNDO = "undo";
	private final IWorkbenchWindow window;
	private final Fleet fleet;
	private final JournalDatabase journal;
	private final Background background;
	private final UiExecutor ui;

	/** What takes back in a window. */
	public Undoing(IWorkbenchWindow window) {
		this.window = window;
		this.fleet = window.getService(Fleet.class);
		this.journal = window.getService(JournalDatabase.class);
		this.background = window.getService(Background.class);
		this.ui = UiExecutor.of(window.getShell());
	}

	/** What can be taken back of entries: with fields that have changed since and without them. */
	private record Ways(Undo careful, Undo over) {
	}

	/** Shows what would become of the objects, asks, and takes back what was done. */
	public void start(List<Entry> entries) {
		if (!entries.isEmpty()) {
			read(entries, whole -> {
				Ways ways = new Ways(Undo.of(whole, this::cluster, false), Undo.of(whole, this::cluster, true));
				ui.execute(() -> begin(entries, ways));
			});
		}
	}

	/** The same with the last operation of this window's program that is not taken back yet. */
	public void startLast() {
		background.threads().newThread(() -> {
			try {
				long self = ProcessHandle.current().pid();
				Optional<Entry> last = journal.find(JournalQuery.newest(LOOKED_AT).withoutObjects()).stream()
						.filter(entry -> entry.by().process() == self && entry.outcome() == Entry.Outcome.DONE)
						.findFirst().filter(entry -> !entry.subject().operation().equals(UNDO));
				List<Entry> whole = last.map(entry -> journal
						.find(JournalQuery.newest(entry.group().parts()).group(entry.group().id()).withoutObjects()))
						.orElse(List.of());
				ui.execute(() -> {
					if (whole.isEmpty()) {
						Said.problem(window, Messages.undo_nothing);
					} else {
						start(whole);
					}
				});
			} catch (UncheckedIOException e) {
				ui.execute(() -> Said.problem(window, String.valueOf(e.getMessage())));
			}
		}).start();
	}

	private void begin(List<Entry> entries, Ways ways) {
		String title = title(entries);
		if (ways.careful().operation().isEmpty()) {
			MessageDialog.openInformation(window.getShell(), title, ways.careful().refusals().stream()
					.limit(MOST_NAMED)
					.map(refusal -> NLS.bind(Messages.refusal, object(refusal.entry()), refusal.why()))
					.distinct().collect(Collectors.joining("\n")));
			return;
		}
		List<Preview> refusals = ways.careful().refusals().stream()
				.map(refusal -> Preview.refused(object(refusal.entry()), refusal.why())).toList();
		new Changing(window, title, ways.careful().operation().get(), refusals) {
			@Override
			public Operation operation(Resolution decided) {
				return (decided.takeOver() ? ways.over() : ways.careful()).operation().orElseThrow();
			}
		}.start();
	}

	private static String title(List<Entry> entries) {
		return entries.size() == 1
				? NLS.bind(Messages.undo_one, object(entries.getFirst()))
				: NLS.bind(Messages.undo_many, entries.size());
	}

	private static String object(Entry entry) {
		Entry.Subject subject = entry.subject();
		return subject.type() + " " + (subject.namespace().isEmpty() ? "" : subject.namespace() + "/")
				+ subject.name();
	}

	/** Shows the commands of kubectl that do the same as was done. */
	public void kubectl(List<Entry> entries) {
		read(entries, whole -> {
			String commands = whole.reversed().stream()
					.flatMap(entry -> cluster(entry.place().cluster())
							.flatMap(cluster -> Kubectl.of(entry, cluster)).stream())
					.map(Kubectl::text).collect(Collectors.joining("\n"));
			ui.execute(() -> {
				if (commands.isEmpty()) {
					Said.problem(window, Messages.kubectl_none);
				} else {
					KubectlDialog.open(window.getShell(), commands);
				}
			});
		});
	}

	private Optional<ClusterAccess> cluster(String id) {
		return fleet.cluster(id).flatMap(Cluster::session).map(ClusterAccess.class::cast);
	}

	/** The entries with their objects, the newest first. */
	private void read(List<Entry> entries, java.util.function.Consumer<List<Entry>> taker) {
		background.threads().newThread(() -> {
			try {
				taker.accept(entries.stream().flatMap(entry -> journal.entry(entry.id()).stream())
						.sorted(Comparator.comparing(Entry::begun).reversed()).toList());
			} catch (UncheckedIOException e) {
				ui.execute(() -> Said.problem(window, String.valueOf(e.getMessage())));
			}
		}).start();
	}
}
