package org.fleetdesk.ui.topology;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import javax.xml.stream.XMLStreamException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;

/** Writes a drawing to a file, whole or not at all: as PNG if the file's name says so, else as SVG. */
final class TopologyExport extends Job {
	/** What is written. */
	private interface Content {
		void write(Path file) throws IOException;
	}

	private final Path file;
	private final Content content;

	private TopologyExport(Path file, Content content) {
		super(NLS.bind(Messages.export_job, file.getFileName()));
		this.file = file;
		this.content = content;
		setUser(true);
	}

	/** A job that writes a drawing; call it on the UI thread. */
	static Job of(Path file, TopologyPainter painter, Device device) {
		if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
			ImageData image = painter.image(device);
			return new TopologyExport(file, beside -> {
				ImageLoader loader = new ImageLoader();
				loader.data = new ImageData[]{image};
				loader.save(beside.toString(), SWT.IMAGE_PNG);
			});
		}
		return new TopologyExport(file, beside -> svg(painter, beside));
	}

	private static void svg(TopologyPainter painter, Path beside) throws IOException {
		Placement placement = painter.placement();
		try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
			SvgSketch sketch = new SvgSketch(writer, placement.width(), placement.height(), painter.palette());
			painter.paint(sketch, painter.all());
			sketch.end();
		} catch (XMLStreamException e) {
			throw new IOException(e);
		} catch (SvgSketch.Failed e) {
			throw new IOException(e.getCause());
		}
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Path beside = file.resolveSibling(file.getFileName() + ".part");
		try {
			try {
				content.write(beside);
				Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(beside);
			}
			return Status.OK_STATUS;
		} catch (IOException | SWTException e) {
			return Status.error(NLS.bind(Messages.export_failed, file), e);
		}
	}
}
