package org.fleetdesk.ui.journal;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.OperationJob;
import org.fleetdesk.ui.table.Palette;

/** What is being done now, each with how far it is and a way to cancel it; not there while there is nothing. On the UI thread. */
final class RunningBand {
	private static final int MOST = 5;
	private static final Duration LOOK = Duration.ofMillis(250);

	private final Composite band;
	private final Control styled;
	private final Map<OperationJob, Line> lines = new LinkedHashMap<>();
	private final Label more;

	private record Line(Composite row, Label title, ProgressBar bar, Text at) {
	}

	/**
	 * A hidden band in a parent with a grid layout.
	 *
	 * @param styled the text field whose colours the theme sets
	 */
	RunningBand(Composite parent, Control styled) {
		this.styled = styled;
		band = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 3).applyTo(band);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(band);
		band.setVisible(false);
		more = new Label(band, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(more);
		UiExecutor ui = UiExecutor.of(band);
		Runnable look = ui.coalescing(this::look);
		JobChangeAdapter listener = new JobChangeAdapter() {
			@Override
			public void running(IJobChangeEvent event) {
				tell(event);
			}

			@Override
			public void done(IJobChangeEvent event) {
				tell(event);
			}

			private void tell(IJobChangeEvent event) {
				if (event.getJob() instanceof OperationJob) {
					look.run();
				}
			}
		};
		Job.getJobManager().addJobChangeListener(listener);
		band.addListener(SWT.Dispose, event -> Job.getJobManager().removeJobChangeListener(listener));
		ui.every(LOOK, () -> lines.forEach(RunningBand::show));
		look.run();
	}

	/** What runs, in the order in which it began. */
	static List<OperationJob> running() {
		return Arrays.stream(Job.getJobManager().find(OperationJob.class)).filter(OperationJob.class::isInstance)
				.map(OperationJob.class::cast).filter(job -> job.isUser() && job.getState() == Job.RUNNING).toList();
	}

	private void look() {
		List<OperationJob> running = running();
		List<OperationJob> shown = running.subList(0, Math.min(MOST, running.size()));
		boolean moved = lines.entrySet().removeIf(line -> {
			boolean over = !shown.contains(line.getKey());
			if (over) {
				line.getValue().row().dispose();
			}
			return over;
		});
		for (OperationJob job : shown) {
			moved |= lines.computeIfAbsent(job, this::line).title().getText().isEmpty();
			show(job, lines.get(job));
		}
		int rest = running.size() - shown.size();
		more.setText(rest == 0 ? "" : NLS.bind(Messages.running_more, rest));
		((GridData) more.getLayoutData()).exclude = rest == 0;
		more.moveBelow(null);
		GridData place = (GridData) band.getLayoutData();
		if (moved || place.exclude != lines.isEmpty()) {
			place.exclude = lines.isEmpty();
			band.setVisible(!lines.isEmpty());
			themed();
			band.getParent().layout(true, true);
		}
	}

	private Line line(OperationJob job) {
		Composite row = new Composite(band, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).spacing(10, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Label title = new Label(row, SWT.NONE);
		ProgressBar bar = new ProgressBar(row, SWT.HORIZONTAL);
		bar.setMaximum(Math.max(1, job.state().all()));
		GridDataFactory.swtDefaults().hint(120, SWT.DEFAULT).applyTo(bar);
		Text at = new Text(row, SWT.READ_ONLY | SWT.SINGLE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT).applyTo(at);
		Button cancel = new Button(row, SWT.PUSH);
		cancel.setText(IDialogConstants.CANCEL_LABEL);
		cancel.setToolTipText(Messages.running_cancel);
		cancel.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			cancel.setEnabled(false);
			job.cancel();
		}));
		return new Line(row, title, bar, at);
	}

	private static void show(OperationJob job, Line line) {
		OperationJob.State state = job.state();
		text(line.title(), state.failed() == 0
				? job.getName()
				: NLS.bind(Messages.running_failed, job.getName(), state.failed()));
		line.bar().setSelection(state.done());
		if (!line.at().getText().equals(state.at())) {
			line.at().setText(state.at());
		}
	}

	private static void text(Label label, String text) {
		if (!label.getText().equals(text)) {
			boolean begins = label.getText().isEmpty();
			label.setText(text);
			if (!begins) {
				label.getParent().layout();
			}
		}
	}

	/** Takes the theme's colours. */
	void themed() {
		Palette palette = Palette.of(styled);
		themed(band, palette);
	}

	private static void themed(Control control, Palette palette) {
		if (control instanceof Button || control instanceof ProgressBar) {
			return;
		}
		control.setBackground(palette.notice());
		control.setForeground(palette.text());
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				themed(child, palette);
			}
		}
	}
}
