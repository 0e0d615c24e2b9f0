package org.fleetdesk.ui.object;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.details.Details;
import org.fleetdesk.core.details.Link;
import org.fleetdesk.core.details.Value;
import org.fleetdesk.ui.object.RichText.Form;
import org.fleetdesk.ui.object.RichText.Span;
import org.fleetdesk.ui.object.RichText.Style;
import org.fleetdesk.ui.support.TextPatch;
import org.fleetdesk.ui.table.Palette;

/** Shows an object's details: selectable, its links clickable and by keys, every value to be copied. Belongs to the UI thread. */
final class OverviewPage {
	private static final int MARGIN = 14;
	private static final int MOST_MEASURED = 5_000;

	private final StyledText text;
	private final Consumer<Link> follower;
	private final InstantSource clock;
	private final Set<String> whole = new HashSet<>();
	private final Map<String, Integer> measured = new HashMap<>();
	private Details details = Details.NOTHING;
	private RichText shown = new RichText();
	private Palette palette;

	/**
	 * A page below a parent.
	 *
	 * @param follower takes a link that somebody follows
	 */
	OverviewPage(Composite parent, IServiceLocator site, InstantSource clock, Consumer<Link> follower) {
		this.follower = follower;
		this.clock = clock;
		palette = Palette.of(parent);
		text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setLineSpacing(3);
		text.addControlListener(ControlListener.controlResizedAdapter(event -> layout()));
		text.addPaintListener(event -> rules(event.gc));
		new OverviewKeys(this, site);
	}

	StyledText control() {
		return text;
	}

	/** Shows what is known now. */
	void show(Details newest) {
		details = newest;
		layout();
	}

	/** Lets ages go on; all is laid out anew only if one of them has become longer or shorter. */
	void tick() {
		shown.age(clock.instant()).ifPresentOrElse(aged -> aged.forEach(this::replace), this::layout);
	}

	private void replace(Span span) {
		int end = span.start() + span.length();
		TextPatch.put(text, span.start(), end, shown.text().substring(span.start(), end));
		style(span).ifPresent(text::setStyleRange);
	}

	/** The piece of the text at a place, if there is something. */
	Optional<Span> at(int offset) {
		return offset < 0 ? Optional.empty() : shown.spans().stream().filter(s -> s.holds(offset)).findFirst();
	}

	/** A value for other programs: moments exact. */
	static String plain(Value value) {
		return value.pieces().stream().map(Value.Piece::cell).map(Object::toString).collect(Collectors.joining(", "));
	}

	/** All pieces of the text, in order. */
	List<Span> spans() {
		return shown.spans();
	}

	/** Does what a piece of the text is there for. */
	void activate(Span span) {
		if (span.style() == Style.MORE) {
			if (!whole.remove(span.whole())) {
				whole.add(span.whole());
			}
			layout();
		} else {
			span.link().ifPresent(follower);
		}
	}

	private int measure(GC gc, String words) {
		if (measured.size() > MOST_MEASURED) {
			measured.clear();
		}
		return measured.computeIfAbsent(words, w -> gc.textExtent(w).x);
	}

	private void layout() {
		int width = text.getClientArea().width - 2 * MARGIN;
		if (width <= 0) {
			return;
		}
		GC gc = new GC(text);
		RichText newest = DetailsText.of(details, new DetailsText.Sheet(width, words -> measure(gc, words)),
				clock.instant(), ZoneId.systemDefault(), whole);
		gc.dispose();
		boolean aligned = newest.forms().equals(shown.forms());
		boolean painted = newest.text().equals(shown.text()) && newest.spans().equals(shown.spans());
		shown = newest;
		if (!aligned) {
			replace();
		} else if (!painted) {
			patch();
		}
		if (!painted) {
			paint();
		}
	}

	/** Puts in what is different, in lines that stay where they are. */
	private void patch() {
		if (!text.getText().equals(shown.text())) {
			TextPatch.put(text, shown.text());
			align();
		}
	}

	/** Puts the text in; where it is read and what is selected stays. */
	private void replace() {
		String newest = shown.text();
		Point selection = text.getSelection();
		int top = text.getTopPixel();
		text.setRedraw(false);
		text.setText(newest);
		align();
		text.setSelection(Math.min(selection.x, newest.length()), Math.min(selection.y, newest.length()));
		text.setTopPixel(top);
		text.setRedraw(true);
	}

	/** Sets where columns and wrapped lines begin. */
	private void align() {
		List<Form> forms = shown.forms();
		for (int from = 0, to; from < forms.size(); from = to) {
			Form form = forms.get(from);
			to = from + 1;
			while (to < forms.size() && forms.get(to).equals(form)) {
				to++;
			}
			if (!form.stops().isEmpty()) {
				text.setLineTabStops(from, to - from, form.stops().stream().mapToInt(Integer::intValue).toArray());
				text.setLineWrapIndent(from, to - from, form.indent());
			}
		}
	}

	/** The fine lines below headings. */
	private void rules(GC gc) {
		List<Form> forms = shown.forms();
		gc.setForeground(palette.grid());
		int right = text.getClientArea().width - MARGIN;
		int first = text.getLineIndex(0);
		int last = text.getLineIndex(text.getClientArea().height);
		for (int line = first; line <= last && line < forms.size(); line++) {
			if (forms.get(line).ruled()) {
				int y = text.getLinePixel(line + 1) - 2;
				gc.drawLine(MARGIN, y, right, y);
			}
		}
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
		text.setStyleRanges(shown.spans().stream().flatMap(span -> style(span).stream()).toArray(StyleRange[]::new));
	}

	/** How a span is painted; none if it is plain. */
	private Optional<StyleRange> style(Span span) {
		StyleRange range = new StyleRange(span.start(), span.length(), null, null);
		switch (span.style()) {
			case HEADING -> range.font = JFaceResources.getHeaderFont();
			case TITLE -> range.fontStyle = SWT.BOLD;
			case KEY, COLUMN -> range.foreground = palette.faint();
			case LINK -> {
				range.foreground = palette.key();
				range.underline = true;
				range.underlineStyle = SWT.UNDERLINE_LINK;
			}
			case MORE -> range.foreground = palette.key();
			case PLAIN -> {
				return Optional.empty();
			}
		}
		return Optional.of(range).filter(any -> span.length() > 0);
	}
}
