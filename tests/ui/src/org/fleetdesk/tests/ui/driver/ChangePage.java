package org.fleetdesk.tests.ui.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** The dialog that shows what a change would do, as its user sees it. */
public final class ChangePage {
	private final String title;

	private ChangePage(String title) {
		this.title = title;
	}

	/** Waits for the dialog with a title, and until it shows something. */
	public static ChangePage await(String title) {
		ChangePage page = new ChangePage(title);
		Ui.await("the dialog " + title, () -> page.shell().isPresent());
		return page;
	}

	private Optional<Shell> shell() {
		return Controls.shell(title).filter(shell -> Controls.under(shell).anyMatch(StyledText.class::isInstance)
				|| Controls.under(shell).anyMatch(Table.class::isInstance));
	}

	private <T extends Control> List<T> all(Class<T> type) {
		return Controls.under(shell().orElseThrow()).filter(type::isInstance).map(type::cast)
				.filter(Control::isVisible).toList();
	}

	/** Everything that can be read in it. */
	public String words() {
		return Ui.ask(() -> shell().map(shell -> Controls.under(shell).filter(Control::isVisible).map(c -> switch (c) {
			case Text text -> text.getText();
			case Label label -> label.getText();
			case StyledText text -> text.getText();
			case Table table -> Arrays.stream(table.getItems()).map(item -> {
				StringBuilder cells = new StringBuilder(item.getText());
				for (int column = 1; column < table.getColumnCount(); column++) {
					cells.append(' ').append(item.getText(column));
				}
				return cells.toString();
			}).collect(Collectors.joining("\n"));
			default -> "";
		}).collect(Collectors.joining("\n"))).orElse(""));
	}

	/** Waits until it says something. */
	public ChangePage says(String wanted) {
		Ui.await("the dialog says " + wanted, () -> words().contains(wanted));
		return this;
	}

	/** Its button with a label, without the mnemonic's mark. */
	private Button button(String label) {
		return all(Button.class).stream().filter(b -> b.getText().replace("&", "").equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError("no button " + label));
	}

	/** Whether a button can be pushed. */
	public boolean possible(String label) {
		return Ui.ask(() -> button(label).isEnabled());
	}

	/** Whether it has a button of this label. */
	public boolean offers(String label) {
		return Ui.ask(() -> all(Button.class).stream().anyMatch(b -> b.getText().replace("&", "").equals(label)));
	}

	/** Pushes a button that does not close the dialog. */
	public void press(String label) {
		Ui.run(() -> button(label).notifyListeners(SWT.Selection, new Event()));
	}

	/** Pushes a button and waits until the dialog is closed. */
	public void push(String label) {
		Ui.await(label + " can be pushed", () -> button(label).isEnabled());
		Shell shell = Ui.ask(() -> shell().orElseThrow());
		Button button = Ui.ask(() -> button(label));
		Ui.later(() -> button.notifyListeners(SWT.Selection, new Event()));
		Ui.await("the dialog is closed", shell::isDisposed);
	}

	/** Types a cluster's name into the field that asks for it. */
	public void confirm(String name) {
		Ui.run(() -> all(Text.class).stream().filter(t -> t.getMessage().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("nobody asks for " + name)).setText(name));
	}

	/** Closes what is still open of such dialogs. */
	public static void closeAll() {
		Ui.run(() -> Arrays.stream(Ui.display().getShells())
				.filter(s -> s.getText().matches("(Apply|Delete) .*")).forEach(Shell::close));
	}

	/** Cancels. */
	public void cancel() {
		push(IDialogConstants.CANCEL_LABEL.replace("&", ""));
	}
}
