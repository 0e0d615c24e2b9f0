package org.fleetdesk.tests.ui.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

import org.fleetdesk.ui.journal.OperationsView;

/** The Operations view as its user sees it, and the commands that change selected objects. */
public final class OperationsPage {

	private OperationsPage() {
	}

	/** Does an operation with what is selected, as its key would; opens dialogs, so it is not waited for. */
	public static void operate(String action) {
		Ui.later(() -> {
			ParameterizedCommand command = ParameterizedCommand.generateCommand(
					PlatformUI.getWorkbench().getService(ICommandService.class)
							.getCommand("org.fleetdesk.ui.command.operate"),
					Map.of("org.fleetdesk.ui.parameter.action", action));
			try {
				PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
			} catch (CommandException e) {
				throw new AssertionError(e);
			}
		});
	}

	/** The view, shown if it is not; on the UI thread. */
	public static OperationsView view() {
		try {
			return (OperationsView) Ui.page().showView(OperationsView.ID, null, IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	/** Shows the view, and in it what words find. */
	public static void search(String words) {
		Ui.run(() -> {
			view().search("");
			view().search(words);
		});
	}

	/** Its table, if there are operations; on the UI thread. */
	private static Table table() {
		return Controls.find(Table.class, t -> t.getShell() == Ui.window() && t.getColumnCount() == 8
				&& (t.getStyle() & SWT.VIRTUAL) != 0).orElse(null);
	}

	/** The lines of the table, their cells apart by "|". */
	public static List<String> lines() {
		return Ui.ask(() -> table() == null ? List.of() : Arrays.stream(table().getItems()).map(item -> {
			StringBuilder line = new StringBuilder(item.getText(0));
			for (int column = 1; column < table().getColumnCount(); column++) {
				line.append('|').append(item.getText(column));
			}
			return line.toString();
		}).toList());
	}

	/** How many lines there are, none of which need have been made. */
	public static int count() {
		return Ui.ask(() -> table() == null ? 0 : table().getItemCount());
	}

	/** Waits until a line holds all of these. */
	public static void await(String... words) {
		Ui.await("an operation with " + List.of(words), java.time.Duration.ofSeconds(30),
				() -> lines().stream().anyMatch(line -> Arrays.stream(words).allMatch(line::contains)));
	}

	/** Selects the first line that holds all of these. */
	public static void select(String... words) {
		await(words);
		List<String> lines = lines();
		int at = 0;
		while (!Arrays.stream(words).allMatch(lines.get(at)::contains)) {
			at++;
		}
		int index = at;
		Ui.run(() -> {
			table().setFocus();
			table().setSelection(index);
			table().notifyListeners(SWT.Selection, new Event());
		});
	}

	/** Tells the table of a key. */
	public static void press(int key) {
		Ui.run(() -> {
			Event event = new Event();
			event.keyCode = key;
			table().notifyListeners(SWT.KeyDown, event);
		});
	}

	/** Whether a sentence stands where there are no operations. */
	public static boolean says(String words) {
		return Ui.ask(() -> Controls.visible(Text.class).anyMatch(t -> t.getText().contains(words)));
	}
}
