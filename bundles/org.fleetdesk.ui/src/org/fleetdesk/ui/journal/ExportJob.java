package org.fleetdesk.ui.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalExport;
import org.fleetdesk.core.journal.JournalQuery;

/** Writes history to a file: a job that may be watched and cancelled; then the file is as it was before. */
final class ExportJob extends Job {
	private final Path file;
	private final JournalExport.Form form;
	private final JournalDatabase journal;
	private final JournalQuery query;

	ExportJob(Path file, JournalExport.Form form, JournalDatabase journal, JournalQuery query) {
		super(NLS.bind(Messages.export_job, file.getFileName()));
		this.file = file;
		this.form = form;
		this.journal = journal;
		this.query = query;
		setUser(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor);
		Path beside = file.resolveSibling(file.getFileName() + ".part");
		int[] all = {0};
		try {
			boolean whole;
			try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
				whole = new JournalExport(journal, form).write(query, writer, written -> {
					all[0] += written;
					progress.subTask(NLS.bind(Messages.export_written, all[0]));
					return !progress.isCanceled();
				});
			}
			if (whole) {
				Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
			}
			return whole ? Status.OK_STATUS : Status.CANCEL_STATUS;
		} catch (IOException | UncheckedIOException e) {
			return Status.error(NLS.bind(Messages.export_failed, file, e.getMessage()), e);
		} finally {
			delete(beside);
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			file.toFile().deleteOnExit(); // what could not be written can hardly be deleted
		}
	}
}
