package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.core.views.SavedViews;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.objects.FilterField;
import org.fleetdesk.ui.objects.ViewState;

/** Filters typed with proposals, selectors, saved views and files of them, whole objects exported: on the demo. */
@ExtendWith(WorkbenchExtension.class)
class FilterJourney {
	private Path folder;

	@BeforeEach
	void demo() throws IOException {
		folder = Files.createTempDirectory("journey");
		FleetPage.show();
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.tryDemo"));
		Ui.await("the demo", Duration.ofMinutes(2), () -> fleet().sources().stream().anyMatch(Source::demo));
		Ui.await("its clusters", Duration.ofMinutes(2), () -> fleet().clusters().stream().map(Cluster::name).toList()
				.containsAll(List.of("demo-troubled", "demo-healthy")));
		ObjectsPage.list("pods", List.of(id("demo-troubled"), id("demo-healthy")));
		Ui.await("pods of both", Duration.ofMinutes(2), () -> Ui.ask(() -> ObjectsPage.content().lines().stream()
				.map(l -> l.cluster().name()).distinct().count() == 2));
	}

	@AfterEach
	void leave() {
		Ui.run(() -> Controls.visible(Shell.class).filter(s -> s != Ui.window()).toList().forEach(Shell::close));
		ObjectsPage.clear();
		SavedViews views = new SavedViews(PlatformUI.getWorkbench().getService(SettingsFolder.class));
		views.all().forEach(view -> views.delete(view.name()));
		fleet().sources().stream().filter(Source::demo).forEach(fleet()::remove);
	}

	private static Fleet fleet() {
		return PlatformUI.getWorkbench().getService(Fleet.class);
	}

	private static String id(String cluster) {
		return fleet().clusters().stream().filter(c -> c.name().equals(cluster)).map(Cluster::id).findFirst()
				.orElseThrow();
	}

	/** Goes to the filter; its field is asked for once, since showing the view gives the focus back to the table. */
	private static FilterField filter() {
		FilterField field = Ui.ask(() -> ObjectsPage.view().filterField());
		ObjectsPage.press(0, '/');
		Ui.await("the filter has the focus", () -> field.control().isFocusControl());
		return field;
	}

	/** Types; posted keys do not reach a field below which something is open, as those of a keyboard do. */
	private static void type(FilterField field, String text) {
		text.chars().forEach(c -> Ui.run(() -> field.control().append(Character.toString(c))));
	}

	private static void key(FilterField field, int key) {
		Event event = new Event();
		event.keyCode = key;
		Ui.run(() -> field.control().notifyListeners(SWT.KeyDown, event));
	}

	@Test
	void aFilterIsTypedWithWhatIsProposed() {
		FilterField field = filter();
		type(field, "status:crash");
		Ui.await("a proposal", () -> field.proposals().contains("CrashLoopBackOff"));
		Journey.photograph("filter-proposals");
		key(field, SWT.ARROW_DOWN);
		key(field, SWT.CR);
		Ui.await("the value", () -> field.control().getText().equals("status:CrashLoopBackOff "));
		type(field, "(");
		Ui.await("what is missing is still being typed",
				() -> field.control().getText().endsWith("(") && field.problem().isEmpty());
		type(field, "/[/");
		Ui.await("what is wrong", () -> field.problem().contains("regular expression"));
		Journey.photograph("filter-problem");
		ObjectsPage.await("what is valid counts", lines -> !lines.isEmpty()
				&& lines.stream().allMatch(l -> l.cluster().name().equals("demo-troubled")));
		Ui.run(() -> ObjectsPage.view().filter("name:/.*.*.*.*.*.*.*.*.*.*!/"));
		Ui.await("what only a run finds out", () -> field.problem().contains("takes too long"));
		Ui.run(ObjectsPage::escapeFilter);
		ObjectsPage.await("all", lines -> lines.stream().anyMatch(l -> l.cluster().name().equals("demo-healthy")));
		filter();
		key(field, SWT.ARROW_DOWN);
		Ui.await("what was typed before", () -> field.proposals().stream()
				.anyMatch(text -> text.startsWith("status:CrashLoopBackOff")));
	}

	@Test
	void whatIsShownIsSavedRestoredAndShared() throws Exception {
		Ui.run(() -> ObjectsPage.view().ask(ObjectsPage.view().state().filtered("restarts>3 not ns:kube-system")
				.selected(new ViewState.Selectors("", "status.phase=Running"))));
		ObjectsPage.await("fewer", lines -> lines.stream().allMatch(l -> !l.row().namespace().equals("kube-system")));
		Ui.run(() -> ObjectsPage.view().views().save("Restarting"));
		Ui.await("the name", () -> ObjectsPage.view().state().name().equals("Restarting"));
		Journey.photograph("filter-saved");
		XMLMemento memento = XMLMemento.createWriteRoot("view");
		Ui.run(() -> ObjectsPage.view().saveState(memento));
		ViewState state = Ui.ask(() -> ObjectsPage.view().state());
		assertEquals(state, ViewState.load(memento));
		Path file = folder.resolve("views.json");
		Ui.run(() -> ObjectsPage.view().views().exportTo(file));
		Ui.await("the file", () -> Files.exists(file));
		ObjectsPage.clear();
		Ui.run(() -> ObjectsPage.view().views().open("Restarting"));
		Ui.await("the view again", () -> ObjectsPage.view().state().equals(state));
		String shared = Files.readString(file);
		Files.writeString(file, shared.replace("demo-healthy", "elsewhere").replace("Restarting", "Shared"));
		Ui.later(() -> ObjectsPage.view().views().importFrom(file));
		said("elsewhere");
		Ui.run(() -> ObjectsPage.view().views().open("Shared"));
		ObjectsPage.awaitTrouble("elsewhere");
		Files.writeString(file, shared.replace("\"pods\"", "\"pods"));
		Ui.later(() -> ObjectsPage.view().views().importFrom(file));
		said("Line ");
	}

	/** Waits for a dialog that says something, and closes it. */
	private static void said(String words) {
		Ui.await("a dialog that says " + words, () -> Controls.find(Label.class, l -> l.getText().contains(words)
				&& l.getShell() != Ui.window()).isPresent());
		Ui.run(() -> Controls.find(Label.class, l -> l.getText().contains(words)).orElseThrow().getShell().close());
	}

	@Test
	void selectorsAreCheckedWhileTheyAreTypedAndSentToTheServers() {
		int all = ObjectsPage.names().size();
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.chooseSelectors"));
		Ui.await("the dialog", () -> dialog().isPresent());
		Ui.run(() -> texts().getFirst().setText("app web"));
		Ui.await("what is wrong", () -> Controls.visible(Shell.class).flatMap(Controls::under)
				.anyMatch(c -> c instanceof Text t && t.getText().contains("no label selector")));
		Journey.photograph("filter-selectors");
		Ui.run(() -> texts().getFirst().setText("k8s-app=kube-dns"));
		Ui.run(() -> texts().get(1).setText("status.phase=Running"));
		Ui.run(() -> Controls.under(dialog().orElseThrow()).filter(Button.class::isInstance).map(Button.class::cast)
				.filter(b -> b.getText().equals("OK")).findFirst().orElseThrow()
				.notifyListeners(SWT.Selection, new Event()));
		Ui.await("fewer", () -> ObjectsPage.view().state().selectors().labels().equals("k8s-app=kube-dns"));
		ObjectsPage.await("fewer pods", lines -> lines.size() < all);
		Ui.run(() -> ObjectsPage.view().selectAll());
		ObjectsPage.await("all", lines -> lines.size() == all);
	}

	private static Optional<Shell> dialog() {
		return Controls.visible(Shell.class).filter(s -> s.getText().equals("Selectors")).findFirst();
	}

	/** The fields of the dialog; on the UI thread. */
	private static List<Text> texts() {
		return Controls.under(dialog().orElseThrow()).filter(Text.class::isInstance).map(Text.class::cast)
				.filter(Text::getEditable).toList();
	}

	@Test
	void helpShowsHowFiltersAreWritten() {
		Ui.run(() -> ObjectsPage.view().showFilterHelp());
		Ui.await("the help", () -> Controls.visible(Table.class).anyMatch(t -> t.getItemCount() > 10
				&& t.getItem(1).getText(0).equals("status:failed")));
		Journey.photograph("filter-help");
		Ui.run(() -> Controls.visible(Table.class).filter(t -> t.getItemCount() > 10
				&& t.getItem(1).getText(0).equals("status:failed")).findFirst().orElseThrow().getShell().close());
	}

	@Test
	void wholeObjectsAreExportedAsYamlAndJson() throws Exception {
		List<Line> lines = Ui.ask(() -> List.copyOf(ObjectsPage.content().lines()).subList(0, 3));
		for (String name : List.of("pods.yaml", "pods.json")) {
			Path file = folder.resolve(name);
			Ui.run(() -> ObjectsPage.view().exportObjects(file, lines));
			Ui.await("the file", () -> Files.exists(file));
			String text = Files.readString(file);
			for (Line line : lines) {
				assertTrue(text.contains(line.row().name()), text);
			}
			assertTrue(text.contains("containers"), text);
			assertFalse(text.contains("managedFields"), text);
		}
	}
}
