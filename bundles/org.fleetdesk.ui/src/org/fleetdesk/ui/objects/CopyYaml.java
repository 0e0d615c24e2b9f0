package org.fleetdesk.ui.objects;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.object.YamlText;
import org.fleetdesk.ui.support.Clips;

import org.jspecify.annotations.Nullable;

/** Gets whole objects from their servers as one text of YAML: a job that may be cancelled. */
final class CopyYaml extends Job {
	private final List<Line> lines;
	private final Consumer<String> then;
	private final Consumer<String> told;
	private @Nullable Thread running; // guarded by this

	/**
	 * A job.
	 *
	 * @param then takes the text, on the thread of the job
	 * @param told takes a sentence on objects that are missing in it
	 */
	CopyYaml(List<Line> lines, Consumer<String> then, Consumer<String> told) {
		super(Messages.copy_job);
		this.lines = lines;
		this.then = then;
		this.told = told;
		setUser(true);
		setRule(Clips.IN_TURN);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		synchronized (this) {
			running = Thread.currentThread();
		}
		StringBuilder text = new StringBuilder();
		try {
			List<String> missing = new ObjectFetch(lines,
					object -> text.append(text.isEmpty() ? "" : "---\n").append(YamlText.of(object)),
					SubMonitor.convert(monitor, lines.size())).run();
			then.accept(text.toString());
			if (!missing.isEmpty()) { // the workbench keeps a job's warning to itself
				told.accept(NLS.bind(Messages.copy_some, missing.size(), missing.getFirst()));
			}
			return Status.OK_STATUS;
		} catch (InterruptedException e) {
			return Status.CANCEL_STATUS;
		} catch (IOException e) { // a text in memory takes everything
			throw new IllegalStateException(e);
		} finally {
			synchronized (this) {
				running = null;
				Thread.interrupted(); // the next job of this thread was not cancelled
			}
		}
	}

	@Override
	protected synchronized void canceling() {
		if (running != null) {
			running.interrupt();
		}
	}
}
