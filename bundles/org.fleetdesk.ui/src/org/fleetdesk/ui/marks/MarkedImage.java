package org.fleetdesk.ui.marks;

import java.util.Objects;

import org.eclipse.jface.resource.CompositeImageDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;

import org.fleetdesk.core.fleet.Mark;

/** An icon of 16 points with a stripe of a cluster's colour at its left. */
public final class MarkedImage extends CompositeImageDescriptor {
	private static final int SIZE = 16;
	private static final int STRIPE = 3;

	private final ImageDescriptor icon;
	private final RGB color;

	private MarkedImage(ImageDescriptor icon, RGB color) {
		this.icon = icon;
		this.color = color;
	}

	/** The icon with the colour of a mark, the icon alone where it has none. */
	public static ImageDescriptor of(ImageDescriptor icon, Mark mark) {
		return MarkLook.color(mark).<ImageDescriptor>map(color -> new MarkedImage(icon, color)).orElse(icon);
	}

	@Override
	protected void drawCompositeImage(int width, int height) {
		drawImage(createCachedImageDataProvider(icon), 0, 0);
		ImageDataProvider stripe = zoom -> {
			ImageData data = new ImageData(Math.max(1, STRIPE * zoom / 100), SIZE * zoom / 100, 24,
					new PaletteData(0xff0000, 0xff00, 0xff));
			int pixel = data.palette.getPixel(color);
			for (int y = 0; y < data.height; y++) {
				for (int x = 0; x < data.width; x++) {
					data.setPixel(x, y, pixel);
				}
			}
			return data;
		};
		drawImage(stripe, 0, 0);
	}

	@Override
	protected Point getSize() {
		return new Point(SIZE, SIZE);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof MarkedImage o && icon.equals(o.icon) && color.equals(o.color);
	}

	@Override
	public int hashCode() {
		return Objects.hash(icon, color);
	}
}
