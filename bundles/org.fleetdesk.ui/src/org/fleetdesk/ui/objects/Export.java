package org.fleetdesk.ui.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.ui.table.TableText;

/** Writes what a table shows to a file, whole or not at all, as someone asked for it: a job that may be watched and cancelled and says how it ended. */
final class Export extends Job {
	private final Path file;
	private final TableText text;
	private final List<Line> lines;

	Export(Path file, TableText text, List<Line> lines) {
		super(NLS.bind(Messages.export_job, file.getFileName()));
		this.file = file;
		this.text = text;
		this.lines = lines;
		setUser(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Path beside = file.resolveSibling(file.getFileName() + ".part");
		SubMonitor progress = SubMonitor.convert(monitor, lines.size());
		try {
			try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
				boolean whole = text.csv(lines, writer, more -> {
					progress.worked(more);
					return !progress.isCanceled();
				});
				if (!whole) {
					return Status.CANCEL_STATUS;
				}
				writer.close();
				Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(beside);
			}
			return Status.OK_STATUS;
		} catch (IOException | UncheckedIOException e) {
			return Status.error(NLS.bind(Messages.export_failed, file), e);
		}
	}
}
