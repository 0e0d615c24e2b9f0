package org.fleetdesk.ui.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

import org.fleetdesk.ui.object.RichText.Span;
import org.fleetdesk.ui.object.RichText.Style;
import org.fleetdesk.ui.table.Palette;

/** Shows a rich text: selectable, its links clickable and by Enter. Belongs to the UI thread. */
final class OverviewPage {
	private static final int MARGIN = 12;
	private static final int WIDEST_KEY = 320;

	private final StyledText text;
	private final Consumer<String> follow;
	private List<Span> spans = List.of();
	private Palette palette;

	/**
	 * A page below a parent.
	 *
	 * @param follow takes the target of a link that was followed
	 */
	OverviewPage(Composite parent, Consumer<String> follow) {
		this.follow = follow;
		palette = Palette.of(parent);
		text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setLineSpacing(3);
		text.addMouseListener(MouseListener.mouseUpAdapter(event -> {
			if (event.button == 1 && text.getSelectionCount() == 0) {
				followAt(text.getOffsetAtPoint(new Point(event.x, event.y)));
			}
		}));
		text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				followAt(text.getCaretOffset());
			}
		}));
	}

	StyledText control() {
		return text;
	}

	private void followAt(int offset) {
		spans.stream().filter(s -> s.style() == Style.LINK && offset >= s.start() && offset <= s.start() + s.length())
				.findFirst().ifPresent(link -> follow.accept(link.target()));
	}

	/** Shows a text; where it is read and what is selected stays. */
	void show(RichText rich) {
		String newest = rich.text();
		if (!newest.equals(text.getText())) {
			Point selection = text.getSelection();
			int top = text.getTopPixel();
			text.setRedraw(false);
			text.setText(newest);
			spans = rich.spans();
			stops();
			text.setSelection(Math.min(selection.x, newest.length()), Math.min(selection.y, newest.length()));
			text.setTopPixel(top);
			text.setRedraw(true);
		}
		spans = rich.spans();
		paint();
	}

	private void stops() {
		GC gc = new GC(text);
		int widest = spans.stream().filter(s -> s.style() == Style.KEY)
				.mapToInt(s -> gc.textExtent(text.getTextRange(s.start(), s.length())).x).max().orElse(0);
		gc.dispose();
		int stop = Math.min(WIDEST_KEY, widest + 24);
		text.setTabStops(new int[]{stop});
		text.setWrapIndent(stop);
	}

	/** Takes the theme's colours, if they are others than before. */
	void themed(Palette newest) {
		if (!newest.equals(palette)) {
			palette = newest;
			text.setBackground(newest.paper());
			text.setForeground(newest.text());
			paint();
		}
	}

	private void paint() {
		List<StyleRange> ranges = new ArrayList<>();
		for (Span span : spans) {
			StyleRange range = new StyleRange(span.start(), span.length(), null, null);
			switch (span.style()) {
				case HEADING -> range.font = JFaceResources.getHeaderFont();
				case KEY, FAINT -> range.foreground = palette.faint();
				case LINK -> {
					range.foreground = palette.key();
					range.underline = true;
					range.underlineStyle = SWT.UNDERLINE_LINK;
				}
			}
			ranges.add(range);
		}
		text.setStyleRanges(ranges.toArray(StyleRange[]::new));
	}
}
