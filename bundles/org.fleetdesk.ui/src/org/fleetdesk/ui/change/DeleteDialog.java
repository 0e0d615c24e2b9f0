package org.fleetdesk.ui.change;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import org.fleetdesk.ui.table.WeightedColumns;
import org.fleetdesk.core.fleet.GuardedWriter;
import org.fleetdesk.core.operation.Delete;
import org.fleetdesk.core.operation.Dependant;
import org.fleetdesk.core.operation.Manner;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.write.DeleteOptions.Propagation;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/** Lists objects to be deleted with what else goes, and asks how; knows after a moment what the clusters say of it. */
final class DeleteDialog extends ConfirmDialog {
	private static final int WIDTH = 100;
	private static final int MOST_ROWS = 10;
	private static final int LONGEST_GRACE = 86_400;

	private final OperationRunner runner;
	private final List<Target> targets;
	private Propagation propagation = Propagation.BACKGROUND;
	private Optional<Duration> grace = Optional.empty();
	private List<Outcome> previewed = List.of();
	private @Nullable OperationJob asking;
	private @Nullable Table table;

	DeleteDialog(Shell shell, OperationRunner runner, List<Target> targets) {
		super(shell, Deletion.title(targets), targets.stream().map(Target::cluster).distinct().toList());
		this.runner = runner;
		this.targets = List.copyOf(targets);
	}

	/** What was decided. */
	Delete operation() {
		return new Delete(targets, propagation, grace);
	}

	/** What the clusters said of it. */
	List<Outcome> previewed() {
		return previewed;
	}

	@Override
	boolean several() {
		return targets.size() > 1;
	}

	@Override
	String kubectl() {
		return operation().kubectl();
	}

	@Override
	Manner usual() {
		return several() ? Manner.BULK : Manner.ONE_BY_ONE;
	}

	@Override
	void fill(Composite area) {
		objects(area);
		Composite ways = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(ways);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(ways);
		way(ways, Messages.delete_background, Propagation.BACKGROUND);
		way(ways, Messages.delete_foreground, Propagation.FOREGROUND);
		way(ways, Messages.delete_orphan, Propagation.ORPHAN);
		grace(area);
	}

	@Override
	void filled(Composite area) {
		setMessage(NLS.bind(Messages.delete_asking, places()));
		preview(UiExecutor.of(area));
	}

	private void objects(Composite area) {
		Composite holder = new Composite(area, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		Table list = new Table(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
		list.setHeaderVisible(true);
		WeightedColumns.add(list, layout, Messages.delete_object, 4);
		WeightedColumns.add(list, layout, Messages.delete_cluster, 2);
		WeightedColumns.add(list, layout, Messages.delete_also, 6);
		for (Target target : targets) {
			new TableItem(list, SWT.NONE).setText(new String[]{
					target.key().type().kind() + " " + target.key().path(), target.cluster().name(), "\u2026"});
		}
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(WIDTH),
						list.getItemHeight() * (2 + Math.clamp(targets.size(), 3, MOST_ROWS)))
				.applyTo(holder);
		table = list;
	}

	private void way(Composite area, String text, Propagation value) {
		Button radio = new Button(area, SWT.RADIO);
		radio.setText(text);
		radio.setSelection(value == propagation);
		radio.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			propagation = radio.getSelection() ? value : propagation;
			show();
		}));
	}

	private void grace(Composite parent) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(row);
		Button own = new Button(row, SWT.CHECK);
		own.setText(Messages.delete_grace);
		Spinner seconds = new Spinner(row, SWT.BORDER);
		seconds.setValues(30, 0, LONGEST_GRACE, 0, 5, 60);
		seconds.setEnabled(false);
		new Label(row, SWT.NONE).setText(Messages.delete_seconds);
		Runnable take = () -> {
			seconds.setEnabled(own.getSelection());
			grace = own.getSelection()
					? Optional.of(Duration.ofSeconds(seconds.getSelection()))
					: Optional.empty();
		};
		own.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> take.run()));
		seconds.addModifyListener(e -> take.run());
	}

	private void preview(UiExecutor ui) {
		OperationJob job = OperationJob.preview(NLS.bind(Messages.job_preview, Deletion.title(targets)), runner,
				new Delete(targets, Propagation.BACKGROUND, Optional.empty()), usual(), outcomes -> ui.execute(() -> {
					previewed = outcomes;
					show();
					update();
				}));
		job.setUser(false); // the dialog itself says that it is under way
		job.schedule();
		asking = job;
	}

	private void show() {
		if (previewed.isEmpty() || table == null) {
			return;
		}
		for (int row = 0; row < previewed.size(); row++) {
			table.getItem(row).setText(2, also(previewed.get(row)));
		}
		List<String> guarded = clusters.stream()
				.flatMap(c -> GuardedWriter.refusal(c.name(), c.mark()).stream()).toList();
		long failed = previewed.stream().filter(o -> o.state() != Outcome.State.DONE).count();
		if (!guarded.isEmpty()) {
			setMessage(String.join("\n", guarded), IMessageProvider.ERROR);
		} else if (failed > 0) {
			setMessage(NLS.bind(Messages.delete_failed, places(), failed), IMessageProvider.WARNING);
		} else {
			setMessage(NLS.bind(Messages.delete_from, places()), IMessageProvider.WARNING);
		}
	}

	private String also(Outcome outcome) {
		if (outcome.problem().isPresent()) {
			return outcome.problem().map(KubeException::getMessage).orElse("");
		}
		if (propagation == Propagation.ORPHAN) {
			return Messages.delete_nothing;
		}
		TreeMap<String, List<Dependant>> kinds = outcome.change().stream().flatMap(c -> c.also().stream())
				.collect(Collectors.groupingBy(Dependant::kind, TreeMap::new, Collectors.toList()));
		if (kinds.isEmpty()) {
			return Messages.delete_nothing;
		}
		String counts = kinds.entrySet().stream()
				.map(e -> NLS.bind(Messages.delete_kind, e.getValue().size(), e.getKey()))
				.collect(Collectors.joining(", "));
		List<String> names = kinds.values().stream().flatMap(List::stream).map(d -> d.key().name()).toList();
		return NLS.bind(Messages.delete_names, counts, Deletion.names(names));
	}

	@Override
	void update() {
		Button delete = getButton(IDialogConstants.OK_ID);
		if (delete != null) {
			boolean allowed = clusters.stream().anyMatch(c -> !c.mark().readOnly());
			delete.setEnabled(allowed && confirmed()
					&& previewed.stream().anyMatch(o -> o.state() == Outcome.State.DONE));
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.delete, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		update();
		focusLater(parent);
	}

	@Override
	int first() {
		return IDialogConstants.CANCEL_ID;
	}

	@Override
	protected void okPressed() {
		confirm();
		super.okPressed();
	}

	@Override
	public boolean close() {
		if (asking != null) {
			asking.cancel();
		}
		return super.close();
	}
}
