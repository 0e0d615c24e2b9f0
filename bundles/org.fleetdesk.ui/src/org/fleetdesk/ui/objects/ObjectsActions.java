package org.fleetdesk.ui.objects;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.IHandler;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchCommandConstants;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.ui.Failures;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.Deletion;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.operations.Undoing;
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.CopyLines;
import org.fleetdesk.ui.table.LiveTable;

/** What is done with the lines of an Objects view: open, copy, export. */
final class ObjectsActions {
	private static final List<String> ENDINGS = List.of(".csv", ".yaml", ".json");
	private static final KindKey SECRETS = new KindKey("", "secrets");

	private final ObjectsView view;
	private final LiveTable table;
	private final Failures failures;

	ObjectsActions(ObjectsView view, LiveTable table) {
		this.view = view;
		this.table = table;
		this.failures = view.getSite().getService(Failures.class);
	}

	/** Opens the pages of the selected objects. */
	void open(ObjectPage page) {
		ObjectOpener.open(view.getSite().getPage(), table.selection(), ObjectRef::of, page);
	}

	/** Asks whether to delete the selected objects, as far as their clusters are open. */
	void delete() {
		List<Target> targets = table.selection().stream()
				.flatMap(line -> line.cluster().session().map(session -> new Target(session, line.key())).stream())
				.toList();
		Deletion.ask(view.getSite().getWorkbenchWindow(), targets);
	}

	/** Copies the selected lines with a heading, columns apart by tabs. */
	void copy() {
		CopyLines.tabbed(table);
	}

	/** Copies the names of the selected objects, one a line. */
	void copyNames() {
		CopyLines.each(table, line -> line.row().name());
	}

	/** Copies the cell at the cursor. */
	void copyCell() {
		table.cell().ifPresent(Clips::copy);
	}

	/** Copies the selected objects, whole and as their servers have them, as YAML. */
	void copyYaml() {
		List<Line> lines = table.selection();
		UiExecutor ui = UiExecutor.of(table.control());
		if (!lines.isEmpty() && revealed(lines, Messages.copy_secrets_title, Messages.copy_secrets_question)) {
			new CopyYaml(lines, text -> ui.execute(() -> Clips.copy(text)), this::tell).schedule();
		}
	}

	/** Whether the lines hold no Secrets, or somebody agreed that their values are shown. */
	private boolean revealed(List<Line> lines, String title, String question) {
		return lines.stream().map(Line::store).distinct()
				.noneMatch(store -> SECRETS.equals(KindKey.of(store.scope().type())))
				|| MessageDialog.open(MessageDialog.WARNING, view.getSite().getShell(), title, question, SWT.NONE,
						title, IDialogConstants.CANCEL_LABEL) == 0;
	}

	/**
	 * Asks for a file and writes to it what the table shows, or, by the file's name, whole objects as JSON or YAML: those that
	 * are selected, if there are several, else all that are shown.
	 */
	void export() {
		FileDialog dialog = new FileDialog(view.getSite().getShell(), SWT.SAVE);
		dialog.setFilterExtensions(new String[]{"*.csv", "*.yaml", "*.json"});
		dialog.setFilterNames(new String[]{Messages.export_csv, Messages.export_yaml, Messages.export_json});
		dialog.setFileName(view.kindText() + ".csv");
		dialog.setOverwrite(true);
		String file = dialog.open();
		if (file == null) {
			return;
		}
		Path path = named(Path.of(file), dialog.getFilterIndex());
		if (!path.equals(Path.of(file)) && Files.exists(path) && !MessageDialog.openQuestion(
				view.getSite().getShell(), Messages.export_replace_title, NLS.bind(Messages.export_replace, path))) {
			return;
		}
		Optional<ObjectExport.Form> form = ObjectExport.Form.of(path);
		if (form.isPresent()) {
			exportObjects(path, form.get());
		} else {
			exportCsv(path);
		}
	}

	/** The file with the ending of the form that was chosen, where the ending says none. */
	private static Path named(Path file, int form) {
		String name = file.getFileName().toString();
		String ending = ENDINGS.get(Math.clamp(form, 0, ENDINGS.size() - 1));
		boolean offered = name.endsWith(ENDINGS.getFirst());
		if (ObjectExport.Form.of(file).isPresent() || name.endsWith(ending) || !offered && name.indexOf('.') > 0) {
			return file;
		}
		String stem = offered ? name.substring(0, name.length() - ENDINGS.getFirst().length()) : name;
		return file.resolveSibling(stem + ending);
	}

	private void exportObjects(Path file, ObjectExport.Form form) {
		List<Line> lines = exported();
		if (revealed(lines, Messages.export_secrets_title, Messages.export_secrets_question)) {
			exportObjects(file, form, lines);
		}
	}

	/** Writes whole objects to a file. */
	void exportObjects(Path file, ObjectExport.Form form, List<Line> lines) {
		new ObjectExport(file, form, lines, this::tell).schedule();
	}

	/** What somebody asked for and did not get whole; on any thread. */
	private void tell(String sentence) {
		failures.report(sentence, null);
	}

	/** The lines that are selected, if there are several, else all that are shown. */
	private List<Line> exported() {
		List<Line> selected = table.selection();
		return selected.size() > 1
				? selected
				: table.content().map(ListContent::lines).orElse(List.of());
	}

	/** Writes what the table shows to a file. */
	void exportCsv(Path file) {
		List<Line> lines = table.content().map(ListContent::lines).orElse(List.of());
		table.text().ifPresent(text -> new Export(file, text, lines).schedule());
	}

	/** Handlers of the workbench's own commands, by their ids. */
	Map<String, IHandler> handlers() {
		return Map.of(IWorkbenchCommandConstants.EDIT_COPY, FocusScope.handler(this::copy),
				IWorkbenchCommandConstants.EDIT_SELECT_ALL, FocusScope.handler(table::selectAll),
				IWorkbenchCommandConstants.EDIT_DELETE, FocusScope.handler(this::delete),
				IWorkbenchCommandConstants.EDIT_UNDO, FocusScope
						.handler(() -> new Undoing(view.getSite().getWorkbenchWindow()).startLast()));
	}
}
