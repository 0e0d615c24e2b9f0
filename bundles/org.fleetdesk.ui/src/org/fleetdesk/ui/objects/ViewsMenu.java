package org.fleetdesk.ui.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.views.SavedView;
import org.fleetdesk.core.views.SavedViews;
import org.fleetdesk.core.views.ViewsFile;
import org.fleetdesk.ui.Failures;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.ColumnLayout;

/** The saved views of an Objects view: their menu, and what is done with them. Belongs to the UI thread; files are read on others. */
public final class ViewsMenu {
	private final ObjectsView view;
	private final Fleet fleet;
	private final SavedViews saved;
	private final Background background;
	private final Failures failures;
	private final UiExecutor ui;

	ViewsMenu(ObjectsView view, Fleet fleet, SavedViews saved, Background background, Failures failures) {
		this.view = view;
		this.fleet = fleet;
		this.saved = saved;
		this.background = background;
		this.failures = failures;
		this.ui = UiExecutor.of(view.table().control());
	}

	private Shell shell() {
		return view.getSite().getShell();
	}

	/** Work with files on a thread of its own; {@code then} follows on the UI thread. */
	private void away(Runnable files, Runnable then) {
		background.threads().newThread(() -> {
			try {
				files.run();
				ui.execute(then);
			} catch (UncheckedIOException e) {
				failures.report(String.valueOf(e.getMessage()), e);
			}
		}).start();
	}

	private void all(Consumer<List<SavedView>> then) {
		List<SavedView> found = new ArrayList<>();
		away(() -> found.addAll(saved.all()), () -> then.accept(found));
	}

	/** Shows the menu below a control. */
	void show(Control below) {
		all(views -> {
			Menu menu = new Menu(below);
			for (SavedView each : views) {
				MenuItem item = item(menu, SWT.RADIO, each.name().replace("&", "&&"), () -> open(each.name()));
				item.setSelection(each.name().equals(view.state().name()));
			}
			if (!views.isEmpty()) {
				new MenuItem(menu, SWT.SEPARATOR);
			}
			boolean named = !view.state().name().isEmpty();
			boolean something = view.state().kind().isPresent();
			item(menu, SWT.PUSH, Messages.views_save, this::save).setEnabled(something);
			item(menu, SWT.PUSH, Messages.views_save_as, this::saveAs).setEnabled(something);
			item(menu, SWT.PUSH, Messages.views_reset, () -> open(view.state().name())).setEnabled(named);
			item(menu, SWT.PUSH, Messages.views_rename, this::rename).setEnabled(named);
			item(menu, SWT.PUSH, Messages.views_delete, this::delete).setEnabled(named);
			new MenuItem(menu, SWT.SEPARATOR);
			item(menu, SWT.PUSH, Messages.views_import, this::importViews);
			item(menu, SWT.PUSH, Messages.views_export, this::exportViews).setEnabled(!views.isEmpty());
			menu.setLocation(below.toDisplay(0, below.getSize().y));
			menu.addListener(SWT.Hide, event -> ui.execute(menu::dispose));
			menu.setVisible(true);
		});
	}

	private static MenuItem item(Menu menu, int style, String text, Runnable work) {
		MenuItem item = new MenuItem(menu, style);
		item.setText(text);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (style != SWT.RADIO || item.getSelection()) {
				work.run();
			}
		}));
		return item;
	}

	/** Asks for a saved view by its name. */
	void choose() {
		all(views -> {
			ViewDialog dialog = new ViewDialog(shell(), views.stream().map(SavedView::name).toList());
			if (dialog.open() == Window.OK) {
				dialog.picked().ifPresent(this::open);
			}
		});
	}

	/** Shows a saved view. */
	public void open(String name) {
		List<SavedView> found = new ArrayList<>();
		away(() -> saved.find(name).ifPresent(found::add), () -> found.forEach(each -> {
			view.ask(state(each));
			view.arrangeNamed(layout(each));
			List<String> missing = missing(each);
			view.notice(missing.isEmpty() ? "" : NLS.bind(Messages.views_missing, name, String.join(", ", missing)));
		}));
	}

	/** Arranges the columns as the saved view has them that the state began as, after a restart. */
	void arrange(String name) {
		List<SavedView> found = new ArrayList<>();
		away(() -> saved.find(name).ifPresent(found::add), () -> found.forEach(each -> {
			if (view.state().name().equals(name)) {
				view.arrangeNamed(layout(each));
			}
		}));
	}

	/** Saves the view under its name, or asks for one. */
	void save() {
		if (view.state().name().isEmpty()) {
			saveAs();
		} else {
			save(view.state().name());
		}
	}

	/** Saves the view under a name. */
	public void save(String name) {
		SavedView now = saved(name);
		away(() -> saved.save(now), () -> view.ask(view.state().named(name)));
	}

	/** Asks for a name and saves the view under it. */
	void saveAs() {
		if (view.state().kind().isEmpty()) {
			return;
		}
		all(views -> ask(Messages.views_save_as_title, view.state().name()).ifPresent(name -> {
			boolean there = views.stream().anyMatch(each -> each.name().equals(name));
			if (!there || MessageDialog.openQuestion(shell(), Messages.views_save_as_title,
					NLS.bind(Messages.views_replace, name))) {
				save(name);
			}
		}));
	}

	private Optional<String> ask(String title, String before) {
		InputDialog dialog = new InputDialog(shell(), title, Messages.views_name, before,
				text -> text.isBlank() ? "" : null);
		return dialog.open() == Window.OK ? Optional.of(dialog.getValue().strip()) : Optional.empty();
	}

	private void rename() {
		String before = view.state().name();
		all(views -> ask(Messages.views_rename_title, before).filter(name -> !name.equals(before)).ifPresent(name -> {
			boolean there = views.stream().anyMatch(each -> each.name().equals(name));
			if (!there || MessageDialog.openQuestion(shell(), Messages.views_rename_title,
					NLS.bind(Messages.views_replace, name))) {
				away(() -> saved.rename(before, name), () -> view.ask(view.state().named(name)));
			}
		}));
	}

	private void delete() {
		String name = view.state().name();
		if (MessageDialog.openQuestion(shell(), Messages.views_delete_title,
				NLS.bind(Messages.views_delete_question, name))) {
			away(() -> saved.delete(name), () -> view.ask(view.state().named("")));
		}
	}

	private Optional<Path> file(int style) {
		FileDialog dialog = new FileDialog(shell(), style);
		dialog.setFilterExtensions(new String[]{"*.json", "*"});
		dialog.setFileName(style == SWT.SAVE ? "fleetdesk-views.json" : "");
		dialog.setOverwrite(true);
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	private void exportViews() {
		file(SWT.SAVE).ifPresent(this::exportTo);
	}

	/** Writes all saved views to a file. */
	public void exportTo(Path file) {
		away(() -> {
			try {
				Files.writeString(file, ViewsFile.of(saved.all()).json());
			} catch (IOException e) {
				throw new UncheckedIOException(NLS.bind(Messages.export_failed, file), e);
			}
		}, () -> {
			// it is there
		});
	}

	private void importViews() {
		file(SWT.OPEN).ifPresent(this::importFrom);
	}

	/** Takes over the views of a file; what is wrong with it is said in a dialog. */
	public void importFrom(Path file) {
		List<SavedView> read = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		away(() -> {
			try {
				read.addAll(ViewsFile.read(Files.readString(file, StandardCharsets.UTF_8)).views());
				saved.saveAll(read);
			} catch (ViewsFile.Unreadable e) {
				wrong.add(String.valueOf(e.getMessage()));
			} catch (IOException e) {
				wrong.add(Messages.views_unread);
			}
		}, () -> {
			if (wrong.isEmpty()) {
				MessageDialog.openInformation(shell(), Messages.views_import_title, imported(read));
			} else {
				MessageDialog.openError(shell(), Messages.views_import_title,
						NLS.bind(Messages.views_wrong, file.getFileName(), wrong.getFirst()));
			}
		});
	}

	private String imported(List<SavedView> views) {
		String names = String.join(", ", views.stream().map(SavedView::name).toList());
		List<String> missing = views.stream().flatMap(each -> missing(each).stream()).distinct().sorted().toList();
		return missing.isEmpty()
				? NLS.bind(Messages.views_imported, names)
				: NLS.bind(Messages.views_imported_missing, names, String.join(", ", missing));
	}

	/** The clusters of a view that are not registered. */
	private List<String> missing(SavedView each) {
		return each.clusters().stream().filter(name -> fleet.clusters().stream().noneMatch(c -> c.name().equals(name)))
				.toList();
	}

	private ViewState state(SavedView each) {
		List<String> clusters = each.clusters().isEmpty()
				? fleet.clusters().stream().filter(c -> c.session().isPresent()).map(Cluster::id).toList()
				: each.clusters().stream().flatMap(name -> fleet.clusters().stream()
						.filter(c -> c.name().equals(name)).map(Cluster::id)).toList();
		return ViewState.NOTHING.of(each.kinds().stream().map(KindKey::parse).toList()).in(clusters)
				.within(new HashSet<>(each.namespaces()))
				.selected(new ViewState.Selectors(each.labels(), each.fields())).sorted(each.order())
				.grouped(each.group()).filtered(each.filter()).named(each.name()).pin(true);
	}

	private SavedView saved(String name) {
		ViewState state = view.state();
		return new SavedView(name, state.kinds().stream().map(KindKey::toString).toList(),
				state.clusters().stream().flatMap(id -> fleet.cluster(id).stream()).map(Cluster::name).toList(),
				state.namespaces().stream().sorted().toList(), state.selectors().labels(), state.selectors().fields(),
				state.filter(),
				view.table().layout().columns().stream()
						.map(c -> new SavedView.Column(c.name(), c.visible(), c.width())).toList(),
				state.order(), state.group());
	}

	private static ColumnLayout layout(SavedView each) {
		return new ColumnLayout(each.columns().stream()
				.map(c -> new ColumnLayout.Choice(c.name(), c.visible(), Math.max(0, c.width()))).toList());
	}
}
