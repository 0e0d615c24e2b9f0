package org.fleetdesk.ui.operations;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.action.Argument;

/** The field of an argument, by the argument's type. Belongs to the UI thread. */
final class ArgumentField {
	private static final int LINES = 5;
	private static final int WIDTH = 360;
	private final Argument argument;
	private final Control control;
	private String begun;

	/** A field below a parent with a grid layout of two columns; tells of every change. */
	ArgumentField(Composite parent, Argument argument, Runnable changed) {
		this.argument = argument;
		Label label = new Label(parent, SWT.NONE);
		label.setText(argument.type() == Argument.Type.FLAG ? "" : argument.title());
		label.setToolTipText(argument.description());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, argument.type().many() ? SWT.BEGINNING : SWT.CENTER)
				.applyTo(label);
		control = switch (argument.type()) {
			case FLAG -> {
				Button check = new Button(parent, SWT.CHECK);
				check.setText(argument.title());
				check.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
				yield check;
			}
			case CHOICE -> {
				Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
				combo.setItems(argument.choices().toArray(String[]::new));
				combo.addModifyListener(event -> changed.run());
				yield combo;
			}
			case LIST, PAIRS, CHANGES -> text(parent, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL, changed);
			case TEXT, COUNT, QUANTITY, DURATION -> text(parent, SWT.SINGLE, changed);
		};
		control.setToolTipText(argument.description());
		control.setData(argument.name());
		begun = argument.fallback();
		put(begun);
	}

	private Text text(Composite parent, int style, Runnable changed) {
		Text text = new Text(parent, SWT.BORDER | style);
		text.addModifyListener(event -> changed.run());
		boolean lines = (style & SWT.MULTI) != 0;
		GridDataFactory.fillDefaults().grab(true, lines)
				.hint(WIDTH, lines ? LINES * text.getLineHeight() : SWT.DEFAULT).applyTo(text);
		if (lines) {
			// Tab leaves it, as every field of a dialog; nothing in it needs one
			text.addTraverseListener(event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
					|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		}
		return text;
	}

	private void put(String value) {
		switch (control) {
			case Button check -> check.setSelection(Boolean.parseBoolean(value));
			case Combo combo -> combo.setText(value);
			case Text text -> text.setText(value);
			default -> throw new IllegalStateException(control.toString());
		}
	}

	private String raw() {
		return switch (control) {
			case Button check -> String.valueOf(check.getSelection());
			case Combo combo -> combo.getText();
			case Text text -> text.getText();
			default -> throw new IllegalStateException(control.toString());
		};
	}

	/** Shows what is so at present, unless somebody has changed the field. */
	void begin(String present) {
		if (raw().equals(begun) && !control.isDisposed()) {
			begun = present;
			put(present);
			if (control instanceof Text text && text.isFocusControl()) {
				text.selectAll();
			}
		}
	}

	Argument argument() {
		return argument;
	}

	/** What was typed: nothing, one text, or one for each line that is not empty. */
	List<String> values() {
		return raw().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
	}

	void focus() {
		control.setFocus();
		if (control instanceof Text text) {
			text.selectAll();
		}
	}
}
