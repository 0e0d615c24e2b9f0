package org.fleetdesk.tests.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/** A picture of the whole screen, kept as target/screenshots/NAME.png for people to look at. */
public final class Screenshot {

	private static final Path FOLDER = Path.of(System.getProperty("fleetdesk.screenshots", "target/screenshots"));

	private Screenshot() {
	}

	/** Takes a picture under a name; returns its file. */
	public static Path take(String name) {
		Path file = FOLDER.resolve(name + ".png");
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[]{Ui.ask(Screenshot::pixels)};
		try {
			Files.createDirectories(FOLDER);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		loader.save(file.toString(), SWT.IMAGE_PNG);
		return file;
	}

	/** What the screen shows now. Call it on the UI thread. */
	public static ImageData pixels() {
		Display display = Ui.display();
		Rectangle bounds = display.getBounds();
		Image image = new Image(display, bounds.width, bounds.height);
		GC gc = new GC(display);
		try {
			gc.copyArea(image, 0, 0);
			return image.getImageData();
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
