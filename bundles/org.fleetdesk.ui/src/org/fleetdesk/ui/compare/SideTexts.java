package org.fleetdesk.ui.compare;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.fleetdesk.core.compare.AlignedLine.Part;
import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.object.Difference;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.yaml.YamlTokens;

/**
 * Two texts of YAML side by side, to be read: equal lines beside each other, lines that differ coloured and signed, those of
 * the current difference more than others. Both scroll together. Belongs to the UI thread; disposed with its parent.
 */
public final class SideTexts {
	private static final int GAP = 6;
	private final Composite area;
	private final Map<Hand, StyledText> texts = new EnumMap<>(Hand.class);
	private final Map<Hand, Integer> tops = new EnumMap<>(Hand.class);
	private final IntConsumer chosen;
	private Palette palette;
	private CompareContent content = CompareContent.NOTHING;
	private BitSet current = new BitSet();

	/**
	 * Below a parent.
	 *
	 * @param chosen told the index of the difference that somebody clicked
	 */
	public SideTexts(Composite parent, IntConsumer chosen) {
		this.chosen = chosen;
		palette = Palette.of(parent);
		area = new Composite(parent, SWT.NONE);
		FillLayout layout = new FillLayout(SWT.HORIZONTAL);
		layout.spacing = GAP;
		area.setLayout(layout);
		for (Hand hand : Hand.values()) {
			StyledText text = new StyledText(area,
					SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
			texts.put(hand, text);
			text.setFont(JFaceResources.getTextFont());
			text.setTabs(2);
			text.addLineStyleListener(event -> style(hand, event));
			text.addPaintListener(event -> {
				numbers(hand, text, event.gc);
				follow(hand);
			});
			text.addListener(SWT.MouseUp, event -> click(text));
			text.getHorizontalBar().addListener(SWT.Selection,
					event -> text(hand.other()).setHorizontalPixel(text.getHorizontalPixel()));
		}
	}

	/** What it is made of, for its place in a layout. */
	public Control control() {
		return area;
	}

	/** One of the texts. */
	public StyledText text(Hand hand) {
		return texts.get(hand);
	}

	/** Shows other texts; where they are read stays. */
	public void show(CompareContent newest) {
		content = newest;
		current = new BitSet();
		texts.forEach((hand, text) -> {
			int top = text.getTopPixel();
			String words = newest.column(hand).text();
			if (!text.getText().equals(words)) {
				text.setText(words);
				text.setTopPixel(top);
			}
			text.setLeftMargin(margin(text));
		});
		paint();
	}

	/** Shows the lines of a difference, or of none (-1). */
	public void current(int difference) {
		current = difference < 0 ? new BitSet() : content.lines(difference);
		paint();
		if (!current.isEmpty()) {
			StyledText left = texts.get(Hand.LEFT);
			int height = left.getClientArea().height;
			int first = left.getLinePixel(current.nextSetBit(0));
			int last = left.getLinePixel(current.previousSetBit(current.length()) + 1);
			if (first < 0 || last > height && first > height / 3) {
				left.setTopPixel(Math.max(0, left.getTopPixel() + first - height / 3));
			}
		}
	}

	/** How many lines of a side belong to the current difference, for tests. */
	public int currentLines() {
		return current.cardinality();
	}

	private void click(StyledText text) {
		if (text.getSelectionCount() == 0 && text.getCharCount() > 0) {
			int difference = content.difference(text.getLineAtOffset(text.getCaretOffset()));
			if (difference >= 0) {
				chosen.accept(difference);
			}
		}
	}

	/** The other text goes up and down with this one, however it was moved. */
	private void follow(Hand hand) {
		int top = texts.get(hand).getTopPixel();
		if (tops.getOrDefault(hand, 0) != top) { // it was moved itself; else it waits for the one that was
			StyledText other = texts.get(hand.other());
			other.setTopPixel(top);
			tops.put(hand, top);
			tops.put(hand.other(), other.getTopPixel());
		}
	}

	private int margin(StyledText text) {
		GC gc = new GC(text);
		try {
			gc.setFont(text.getFont());
			String widest = "9".repeat(Math.max(3, String.valueOf(content.left().parts().size()).length()))
					+ " \u2260 ";
			Point size = gc.textExtent(widest);
			return size.x + GAP;
		} finally {
			gc.dispose();
		}
	}

	private void numbers(Hand hand, StyledText text, GC gc) {
		List<Part> parts = content.column(hand).parts();
		int height = text.getClientArea().height;
		int margin = text.getLeftMargin() - GAP;
		gc.setBackground(palette.heading());
		gc.fillRectangle(0, 0, margin, height);
		gc.setForeground(palette.faint());
		gc.setFont(text.getFont());
		for (int row = text.getLineIndex(0); row < parts.size() && text.getLinePixel(row) < height; row++) {
			Part part = parts.get(row);
			if (part.number() > 0) {
				String words = part.number() + " " + sign(part.difference());
				gc.drawString(words, margin - gc.stringExtent(words).x, text.getLinePixel(row), true);
			}
		}
	}

	private String sign(int difference) {
		return difference < 0 ? "  " : switch (kind(difference)) {
			case ADDED -> "+ ";
			case REMOVED -> "- ";
			case CHANGED -> "\u2260 ";
		};
	}

	private Difference.Kind kind(int difference) {
		return content.rows().get(difference).difference().kind();
	}

	private void style(Hand hand, LineStyleEvent event) {
		int row = texts.get(hand).getLineAtOffset(event.lineOffset);
		event.styles = YamlTokens.of(event.lineText, content.column(hand).block().get(row)).stream()
				.map(token -> new StyleRange(event.lineOffset + token.start(), token.length(),
						switch (token.kind()) {
							case KEY -> palette.key();
							case STRING -> palette.string();
							case LITERAL -> palette.number();
							case COMMENT -> palette.faint();
						}, null))
				.toArray(StyleRange[]::new);
	}

	private void paint() {
		texts.forEach((hand, text) -> {
			List<Part> parts = content.column(hand).parts();
			int lines = Math.min(parts.size(), text.getLineCount());
			for (int row = 0; row < lines; row++) {
				text.setLineBackground(row, 1, color(parts.get(row), current.get(row)));
			}
			text.redraw();
		});
	}

	private Color color(Part part, boolean now) {
		if (now) {
			return palette.selection();
		}
		if (part.number() == 0) {
			return palette.heading();
		}
		return part.difference() < 0 ? palette.paper() : switch (kind(part.difference())) {
			case ADDED -> palette.added();
			case REMOVED -> palette.removed();
			case CHANGED -> palette.notice();
		};
	}

	/** Takes the theme's colours, if they are others than before. */
	public void themed(Palette newest) {
		if (!newest.equals(palette)) {
			palette = newest;
			for (StyledText text : texts.values()) {
				text.setBackground(newest.paper());
				text.setForeground(newest.text());
				text.setMarginColor(newest.paper());
			}
			paint();
		}
	}
}
