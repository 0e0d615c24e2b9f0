package org.fleetdesk.ui.compare;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IFindReplaceTarget;
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
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.support.TextPatch;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.yaml.TextFinding;
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
	private final TextFinding finding;
	private Hand read = Hand.LEFT; // the text that had the focus last
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
		finding = new TextFinding(() -> text(read));
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
			text.addListener(SWT.FocusIn, event -> read = hand);
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

	/** Shows other texts and the lines of one of their differences, or of none (-1); where they are read stays. */
	public void show(CompareContent newest, int difference) {
		StyledText left = text(Hand.LEFT);
		int row = left.getLineIndex(0);
		int place = left.getLinePixel(row);
		int now = newest.row(row, content);
		content = newest;
		current = difference < 0 ? new BitSet() : newest.lines(difference);
		texts.forEach((hand, text) -> {
			TextPatch.put(text, newest.column(hand).text());
			int margin = margin(text);
			if (text.getLeftMargin() != margin) {
				text.setLeftMargin(margin);
			}
			text.setTopPixel(Math.max(0, text.getTopPixel() + text.getLinePixel(now) - place));
			tops.put(hand, text.getTopPixel());
		});
		paint(all());
	}

	private BitSet all() {
		BitSet all = new BitSet();
		all.set(0, content.left().parts().size());
		return all;
	}

	/** Goes to the lines of a difference, or of none (-1). */
	public void current(int difference) {
		BitSet changed = (BitSet) current.clone();
		current = difference < 0 ? new BitSet() : content.lines(difference);
		changed.xor(current);
		paint(changed);
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

	/** Copies what is selected in the text that had the focus last, as it is in its object. */
	void copy() {
		Point selection = text(read).getSelection();
		if (selection.x < selection.y) {
			Clips.copy(content.column(read).own(selection.x, selection.y));
		}
	}

	/** What the workbench's find dialog searches: the text that had the focus last. */
	IFindReplaceTarget findTarget() {
		return finding;
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

	/** Colours lines, as many at once as have the same colour. */
	private void paint(BitSet rows) {
		texts.forEach((hand, text) -> {
			List<Part> parts = content.column(hand).parts();
			for (int from = rows.nextSetBit(0), to; from >= 0; from = rows.nextSetBit(to)) {
				Color color = color(parts.get(from), current.get(from));
				to = from + 1;
				while (rows.get(to) && color.equals(color(parts.get(to), current.get(to)))) {
					to++;
				}
				text.setLineBackground(from, to - from, color);
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
			paint(all());
		}
	}
}
