package org.fleetdesk.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.ui.UiExecutor;

/**
 * A band of notices, each a sentence that can be copied and what can be done about it; not there while there is none.
 * Belongs to the UI thread.
 */
public final class NoticeBand {

	/**
	 * Something that can be done.
	 *
	 * @param label how it is called
	 * @param work does it
	 */
	public record Choice(String label, Runnable work) {
		public Choice {
			Objects.requireNonNull(label);
			Objects.requireNonNull(work);
		}
	}

	/**
	 * A notice. Equal notices say the same and offer the same, whatever does it.
	 *
	 * @param text one or two sentences
	 * @param choices what can be done
	 */
	public record Notice(String text, List<Choice> choices) {
		public Notice {
			Objects.requireNonNull(text);
			choices = List.copyOf(choices);
		}

		/** A notice with nothing to be done. */
		public static Notice of(String text, Choice... choices) {
			return new Notice(text, List.of(choices));
		}

		private List<String> words() {
			List<String> words = new ArrayList<>(List.of(text));
			choices.forEach(choice -> words.add(choice.label()));
			return words;
		}
	}

	private final Composite band;
	private final Control styled;
	private List<Notice> shown = List.of();

	/**
	 * A hidden band in a parent with a grid layout.
	 *
	 * @param styled the text field whose colours the theme sets
	 */
	public NoticeBand(Composite parent, Control styled) {
		this.styled = styled;
		band = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(8, 5).spacing(0, 4).applyTo(band);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(band);
		band.setVisible(false);
	}

	/** Shows these notices, or nothing. */
	public void show(List<Notice> notices) {
		boolean same = words(notices).equals(words(shown));
		shown = List.copyOf(notices);
		if (same) {
			return;
		}
		for (Control old : band.getChildren()) {
			old.dispose();
		}
		for (int number = 0; number < shown.size(); number++) {
			line(number);
		}
		((GridData) band.getLayoutData()).exclude = notices.isEmpty();
		band.setVisible(!notices.isEmpty());
		themed();
		band.getParent().layout(true, true);
	}

	private static List<List<String>> words(List<Notice> notices) {
		return notices.stream().map(Notice::words).toList();
	}

	private void line(int number) {
		List<Choice> choices = shown.get(number).choices();
		Composite line = new Composite(band, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		GridLayoutFactory.fillDefaults().numColumns(1 + choices.size()).spacing(14, 0).applyTo(line);
		Text text = new Text(line, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
		text.setText(shown.get(number).text());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT)
				.applyTo(text);
		for (int index = 0; index < choices.size(); index++) {
			int at = index;
			Link link = new Link(line, SWT.NONE);
			link.setText("<a>" + choices.get(index).label() + "</a>");
			// what is shown may be a newer notice of the same words; what it does may take this link away
			link.addSelectionListener(SelectionListener.widgetSelectedAdapter(
					e -> UiExecutor.of(band).execute(shown.get(number).choices().get(at).work())));
			GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(link);
		}
	}

	/** What it says. */
	public List<Notice> notices() {
		return shown;
	}

	/** Takes the theme's colours. */
	public void themed() {
		themed(band, Palette.of(styled));
	}

	private static void themed(Control control, Palette palette) {
		control.setBackground(palette.warning());
		control.setForeground(palette.text());
		switch (control) {
			case Link link -> link.setLinkForeground(palette.key());
			case Composite composite -> {
				for (Control child : composite.getChildren()) {
					themed(child, palette);
				}
			}
			default -> {
				// has no colours of its own
			}
		}
	}
}
