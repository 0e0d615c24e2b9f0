package org.fleetdesk.ui.topology;

import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.eclipse.swt.graphics.Color;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.ui.table.HealthMark;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.topology.Placement.Place;
import org.fleetdesk.ui.topology.Placement.Spot;

/** Writes an SVG drawing. For one thread; {@link #end} finishes it, and whoever made the writer closes it. */
final class SvgSketch implements Sketch {
	private static final String NAMESPACE = "http://www.w3.org/2000/svg";
	private static final double LETTER = 0.72; // of the height of a line

	private final XMLStreamWriter svg;
	private final Palette palette;

	/** Begins a drawing of a size. */
	SvgSketch(Writer to, double width, double height, Palette palette) throws XMLStreamException {
		this.palette = palette;
		svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to);
		svg.writeStartDocument();
		svg.writeStartElement("svg");
		svg.writeDefaultNamespace(NAMESPACE);
		attributes("width", number(width), "height", number(height), "viewBox",
				"0 0 " + number(width) + " " + number(height), "font-family", "sans-serif");
		element("rect", "width", "100%", "height", "100%", "fill", hex(palette.paper()));
	}

	void end() throws XMLStreamException {
		svg.writeEndElement();
		svg.writeEndDocument();
		svg.flush();
	}

	/** A writer that fails; the interface knows none that do. */
	static final class Failed extends RuntimeException {
		private static final long serialVersionUID = 1;

		Failed(XMLStreamException cause) {
			super(cause);
		}
	}

	private void attributes(String... pairs) throws XMLStreamException {
		for (int i = 0; i < pairs.length; i += 2) {
			svg.writeAttribute(pairs[i], pairs[i + 1]);
		}
	}

	private void element(String name, String... pairs) {
		try {
			svg.writeEmptyElement(name);
			attributes(pairs);
		} catch (XMLStreamException e) {
			throw new Failed(e);
		}
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	private static String hex(Color color) {
		return String.format(Locale.ROOT, "#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
	}

	private static String dashes(boolean dashed) {
		return dashed ? "6 4" : "none";
	}

	private static String points(List<Spot> spots) {
		return spots.stream().map(spot -> number(spot.x()) + "," + number(spot.y())).collect(Collectors.joining(" "));
	}

	@Override
	public void box(Place place, Color fill, Color border, int thick, boolean dashed) {
		element("rect", "x", number(place.x()), "y", number(place.y()), "width", number(place.width()), "height",
				number(place.height()), "rx", "4", "fill", hex(fill), "stroke", hex(border), "stroke-width",
				number(thick), "stroke-dasharray", dashes(dashed));
	}

	@Override
	public void arrow(List<Spot> spots, Color color, int thick, boolean dashed) {
		element("polyline", "points", points(spots), "fill", "none", "stroke", hex(color), "stroke-width",
				number(thick), "stroke-dasharray", dashes(dashed));
		element("polygon", "points", points(GcSketch.head(spots)), "fill", hex(color));
	}

	@Override
	public void text(String text, double x, double y, double height, Color color) {
		try {
			svg.writeStartElement("text");
			attributes("x", number(x), "y", number(y + LETTER * height), "font-size", number(LETTER * height), "fill",
					hex(color));
			svg.writeCharacters(text);
			svg.writeEndElement();
		} catch (XMLStreamException e) {
			throw new Failed(e);
		}
	}

	@Override
	public void mark(Health health, double x, double y) {
		String color = hex(HealthMark.color(health, palette));
		double size = HealthMark.SIZE;
		double middle = size / 2;
		switch (health) {
			case FAILED -> path(color, "M%1$s %2$s L%3$s %4$s M%1$s %4$s L%3$s %2$s", x, y, x + size, y + size);
			case WARNING -> element("polygon", "fill", color, "points", points(List.of(new Spot(x + middle, y),
					new Spot(x + size, y + size), new Spot(x, y + size))));
			case PROGRESSING -> path(color, "M%1$s %2$s A4.5 4.5 0 1 0 %3$s %4$s", x + middle, y, x + size,
					y + middle);
			case UNKNOWN -> path(color, "M%1$s %5$s L%6$s %2$s L%3$s %5$s L%6$s %4$s Z", x, y, x + size, y + size,
					y + middle, x + middle);
			case IDLE -> path(color, "M%1$s %2$s L%3$s %2$s", x, y + middle, x + size);
			case HEALTHY -> element("circle", "fill", color, "cx", number(x + middle), "cy", number(y + middle), "r",
					number(middle - 1));
		}
	}

	private void path(String color, String form, Double... values) {
		Object[] places = Arrays.stream(values).map(SvgSketch::number).toArray();
		element("path", "fill", "none", "stroke", color, "stroke-width", "2", "d", String.format(form, places));
	}
}
