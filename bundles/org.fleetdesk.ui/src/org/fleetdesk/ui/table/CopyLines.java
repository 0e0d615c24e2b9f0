package org.fleetdesk.ui.table;

import java.util.List;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.support.Clips;

/**
 * Copies lines as text: a job, since a hundred thousand may be selected, that may be watched and cancelled; then the
 * clipboard stays as it is, as it does if the table is gone by then.
 */
public final class CopyLines extends Job {
	private static final int STEP = 500;

	private final List<Line> lines;
	private final String heading;
	private final Function<Line, String> text;
	private final UiExecutor ui;

	private CopyLines(Control control, List<Line> lines, String heading, Function<Line, String> text) {
		super(Messages.copy_job);
		this.lines = lines;
		this.heading = heading;
		this.text = text;
		this.ui = UiExecutor.of(control);
		setUser(true);
		setRule(Clips.IN_TURN);
	}

	/** Copies the selected lines of a table as it shows them, below a heading, columns apart by tabs. On the UI thread. */
	public static void tabbed(LiveTable table) {
		table.text().ifPresent(text -> new CopyLines(table.control(), table.selection(), text.tabbed() + '\n',
				text::tabbed).schedule());
	}

	/** Copies what the selected lines of a table say of something, one below the other. On the UI thread. */
	public static void each(LiveTable table, Function<Line, String> text) {
		new CopyLines(table.control(), table.selection(), "", text).schedule();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, lines.size());
		StringBuilder all = new StringBuilder(heading);
		int copied = 0;
		for (Line line : lines) {
			all.append(copied == 0 ? "" : "\n").append(text.apply(line));
			if (++copied % STEP == 0) {
				progress.worked(STEP);
				if (progress.isCanceled()) {
					return Status.CANCEL_STATUS;
				}
			}
		}
		if (copied > 0) {
			String whole = all.toString();
			ui.execute(() -> Clips.copy(whole));
		}
		return Status.OK_STATUS;
	}
}
