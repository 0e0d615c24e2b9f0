package org.fleetdesk.ui.objects;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.object.YamlText;

import org.jspecify.annotations.Nullable;

/** Writes whole objects, fetched from their servers, to a file: a job that may be watched and cancelled; then there is no file. */
final class ObjectExport extends Job {
	/** The form of the file. */
	enum Form {
		/** One List, as kubectl writes it. */
		JSON,
		/** A document for each object. */
		YAML;

		/** The form of a file's name; none for other names. */
		static Optional<Form> of(Path file) {
			String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
			return name.endsWith(".json")
					? Optional.of(JSON)
					: name.endsWith(".yaml") || name.endsWith(".yml")
							? Optional.of(YAML)
							: Optional.empty();
		}
	}

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final Path file;
	private final Form form;
	private final List<Line> lines;
	private final Consumer<String> told;
	private @Nullable Thread running; // guarded by this

	/**
	 * A job.
	 *
	 * @param told takes a sentence on objects that are missing in the file, on the thread of the job
	 */
	ObjectExport(Path file, Form form, List<Line> lines, Consumer<String> told) {
		super(NLS.bind(Messages.export_job, file.getFileName()));
		this.file = file;
		this.form = form;
		this.lines = lines;
		this.told = told;
		setUser(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, lines.size());
		synchronized (this) {
			running = Thread.currentThread();
		}
		Path beside = file.resolveSibling(file.getFileName() + ".part");
		try {
			List<String> missing;
			try {
				try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
					missing = write(writer, progress);
				}
				Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(beside);
			}
			if (!missing.isEmpty()) { // the workbench keeps a job's warning to itself
				told.accept(NLS.bind(Messages.export_failed_some,
						new Object[]{missing.size(), file, missing.getFirst()}));
			}
			return Status.OK_STATUS;
		} catch (InterruptedException e) {
			return Status.CANCEL_STATUS;
		} catch (IOException e) {
			return monitor.isCanceled()
					? Status.CANCEL_STATUS
					: Status.error(NLS.bind(Messages.export_failed, file), e);
		} finally {
			synchronized (this) {
				running = null;
				Thread.interrupted(); // the next job of this thread was not cancelled
			}
		}
	}

	private List<String> write(Writer writer, SubMonitor progress) throws IOException, InterruptedException {
		int[] count = {0};
		if (form == Form.YAML) {
			return new ObjectFetch(lines, object -> {
				writer.write(count[0]++ == 0 ? "" : "---\n");
				writer.write(YamlText.of(object));
			}, progress).run();
		}
		writer.write("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n");
		List<String> missing = new ObjectFetch(lines, object -> {
			writer.write(count[0]++ == 0 ? "" : ",\n");
			writer.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object));
		}, progress).run();
		writer.write("\n]}\n");
		return missing;
	}

	@Override
	protected synchronized void canceling() {
		if (running != null) {
			running.interrupt();
		}
	}
}
