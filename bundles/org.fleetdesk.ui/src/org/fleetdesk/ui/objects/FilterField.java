package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Proposal;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.ui.UiExecutor;

/**
 * The field in which a filter is typed: proposes how it goes on, says what is wrong, remembers what was typed. Belongs to the
 * UI thread.
 */
public final class FilterField {
	/** What the field is for. */
	public interface Owner {
		/** Shows what passes a text. */
		void filter(String text);

		/** Goes back to the table. */
		void leaveFilter();

		/** Gathers what the list says, on another thread, and gives it back on the UI thread. */
		void vocabulary(Consumer<Vocabulary> then);
	}

	private final Owner owner;
	private final Text text;
	private final ControlDecoration sign;
	private final ProposalPopup popup;
	private final FilterHistory history;
	private final UiExecutor ui;
	private Vocabulary vocabulary = Vocabulary.EMPTY;
	private List<Heading> headings = List.of();
	private Optional<Filter.Problem> ran = Optional.empty();
	private boolean setting;
	private String told = "";

	/** A field in a row with a grid layout. */
	public FilterField(Composite parent, Owner owner, FilterHistory history) {
		this.owner = owner;
		this.history = history;
		text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(Messages.bar_filter_hint);
		text.setToolTipText(Messages.bar_filter_tip);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(160, SWT.DEFAULT)
				.applyTo(text);
		sign = new ControlDecoration(text, SWT.RIGHT | SWT.CENTER, parent);
		sign.setMarginWidth(2);
		sign.hide();
		popup = new ProposalPopup(text);
		ui = UiExecutor.of(text);
		Runnable propose = ui.coalescing(this::propose);
		text.addModifyListener(event -> {
			if (!setting) {
				owner.filter(text.getText());
				check();
				propose.run(); // the caret moves after the text
			}
		});
		text.addListener(SWT.KeyDown, this::key);
		text.addListener(SWT.Traverse, event -> {
			if (event.detail == SWT.TRAVERSE_TAB_NEXT && popup.isOpen()) {
				event.doit = false;
				popup.take();
			}
		});
		text.addFocusListener(FocusListener.focusGainedAdapter(event -> {
			String before = text.getText();
			owner.vocabulary(known -> {
				vocabulary = known;
				if (!text.isDisposed() && !text.getText().equals(before)) { // somebody types faster
					propose();
				}
			});
		}));
		text.addFocusListener(FocusListener.focusLostAdapter(event -> {
			history.add(text.getText());
			ui.execute(() -> {
				if (!popup.focused() && !text.isFocusControl()) {
					popup.close();
				}
			});
		}));
	}

	private void key(Event event) {
		switch (event.keyCode) {
			case SWT.ESC -> {
				if (popup.isOpen()) {
					popup.close();
				} else {
					history.add(text.getText());
					text.setText("");
					popup.close();
					owner.leaveFilter();
				}
				event.doit = false;
			}
			case SWT.CR, SWT.KEYPAD_CR -> {
				if (popup.chosen()) {
					popup.take();
				} else {
					popup.close();
					history.add(text.getText());
					owner.leaveFilter();
				}
				event.doit = false;
			}
			case SWT.ARROW_DOWN, SWT.ARROW_UP -> {
				move(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
				event.doit = false;
			}
			case ' ' -> {
				if ((event.stateMask & SWT.MODIFIER_MASK) == SWT.CTRL) {
					event.doit = false;
					owner.vocabulary(known -> {
						vocabulary = known;
						propose();
					});
				}
			}
			default -> {
				// a letter of the filter
			}
		}
	}

	/** Moves in what is proposed, or shows what was typed before. */
	private void move(int step) {
		if (popup.isOpen()) {
			popup.move(step);
			return;
		}
		List<ProposalPopup.Entry> before = history.filters().stream().filter(f -> !f.equals(text.getText()))
				.map(f -> new ProposalPopup.Entry(f, "", () -> set(f))).toList();
		if (before.isEmpty() && step > 0) {
			owner.leaveFilter();
		}
		popup.show(before);
		popup.move(1);
	}

	private void set(String filter) {
		text.setText(filter);
		text.setSelection(filter.length());
		popup.close();
	}

	private void propose() {
		String whole = text.getText();
		if (whole.isEmpty() || !text.isFocusControl()) {
			popup.close();
			return;
		}
		popup.show(Filter.completions(whole, text.getCaretPosition(), vocabulary).stream()
				.map(proposal -> new ProposalPopup.Entry(proposal.label(),
						proposal.lines() > 0 ? String.valueOf(proposal.lines()) : proposal.detail(),
						() -> take(proposal)))
				.toList());
	}

	private void take(Proposal proposal) {
		String whole = text.getText();
		if (proposal.to() <= whole.length()) {
			text.setText(proposal.in(whole));
			text.setSelection(proposal.from() + proposal.text().length());
			if (!proposal.text().endsWith(" ")) {
				propose();
			} else {
				popup.close();
			}
		}
	}

	/** The field, whose colours the theme sets. */
	public Text control() {
		return text;
	}

	/** What is proposed now, for tests. */
	public List<String> proposals() {
		return popup.labels();
	}

	/** What is said to be wrong, for tests; empty for nothing. */
	public String problem() {
		return told;
	}

	/** Shows a filter that somebody set elsewhere; what was typed before can be had again. */
	public void show(String filter) {
		if (!text.getText().equals(filter)) {
			history.add(text.getText());
			setting = true;
			text.setText(filter);
			setting = false;
		}
		check();
	}

	/** Says what the list's columns are, by which keys are looked at. */
	public void headings(List<Heading> known) {
		if (!known.equals(headings)) {
			headings = known;
			check();
		}
	}

	/** Says what is wrong with the filter by those who ran it, which its text alone does not tell. */
	public void ran(Optional<Filter.Problem> problem) {
		if (!problem.equals(ran)) {
			ran = problem;
			check();
		}
	}

	/** Shows or takes back what is wrong; what is still being typed is not wrong yet. */
	void check() {
		Filter filter = Filter.parse(text.getText());
		Optional<Filter.Problem> wrong = filter.problem().or(() -> ran)
				.filter(problem -> !problem.unfinished() || !text.isFocusControl());
		Optional<Filter.Problem> missing = headings.isEmpty() || filter.all()
				? Optional.empty()
				: filter.on(headings, 0).missing().stream().filter(p -> !typing(p)).findFirst();
		String sentence = wrong.or(() -> missing).map(Filter.Problem::sentence).orElse("");
		if (!sentence.equals(told)) {
			told = sentence;
			sign.setImage(FieldDecorationRegistry.getDefault()
					.getFieldDecoration(wrong.isPresent()
							? FieldDecorationRegistry.DEC_ERROR
							: FieldDecorationRegistry.DEC_WARNING)
					.getImage());
			sign.setDescriptionText(sentence);
			text.setToolTipText(sentence.isEmpty() ? Messages.bar_filter_tip : sentence);
			if (sentence.isEmpty()) {
				sign.hide();
			} else {
				sign.show();
			}
		}
	}

	private boolean typing(Filter.Problem problem) {
		return text.isFocusControl() && problem.to() == text.getCaretPosition();
	}
}
