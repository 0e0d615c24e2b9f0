package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.tests.ui.driver.ComparePage;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Look;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.OperationsPage;
import org.fleetdesk.tests.ui.driver.SearchPage;
import org.fleetdesk.tests.ui.driver.Shown;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.capacity.CapacityView;
import org.fleetdesk.ui.compare.SideRef;
import org.fleetdesk.ui.events.EventsView;
import org.fleetdesk.ui.journal.OperationsView;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectInput;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.objects.ViewState;
import org.fleetdesk.ui.search.SearchView;
import org.fleetdesk.ui.topology.TopologyOpener;
import org.fleetdesk.ui.topology.TopologyView;
import org.fleetdesk.ui.welcome.WelcomeView;

/** The main surfaces, one after the other: run once for each theme and language, each time in a process of its own. */
@ExtendWith(WorkbenchExtension.class)
class LooksJourney {
	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
	private static final Set<String> SAME = Set.of("Fleetdesk");

	/** Without the real control plane, whose contexts have names such as "token", which are words of ours too. */
	@BeforeEach
	void alone() {
		Journey.seeControlPlane(false);
		Ui.await("no contexts but ours", () -> fleet().clusters().stream().noneMatch(c -> c.name().equals("token")));
	}

	@AfterEach
	void close() {
		Ui.run(() -> Ui.page().closeAllEditors(false));
		ObjectsPage.clear();
		fleet().clusters().stream().filter(Cluster::demo).forEach(c -> fleet().mark(c, Mark.NONE));
		fleet().sources().stream().filter(Source::demo).forEach(fleet()::remove);
	}

	/** A picture, and no word of ours in another language than the workbench's. */
	private static void look(String name) {
		Journey.photograph("look-" + name);
		Set<String> shown = Ui.ask(Shown::texts);
		assertTrue(shown.size() > 5, shown::toString);
		if (Look.chinese()) {
			Set<String> foreign = new TreeSet<>(shown);
			foreign.retainAll(Shown.english());
			foreign.removeAll(SAME);
			assertEquals(Set.of(), foreign, "English on " + name);
		} else {
			assertEquals(List.of(), shown.stream().filter(t -> HAN.matcher(t).find() && t.length() < 40
					&& !t.contains("Chinese") && !t.contains("Language")).toList(), "Chinese on " + name);
		}
	}

	@Test
	void menusAndViewsAreNamedInTheLanguage() {
		FleetPage.show();
		List<String> menus = Ui.ask(() -> Shown.menu(Ui.window().getMenuBar()).toList());
		assertTrue(menus.size() >= 4, menus::toString);
		assertTrue(menus.stream().allMatch(m -> HAN.matcher(m).find() == Look.chinese()), menus::toString);
		String title = Ui.ask(() -> Ui.page().getActivePart().getTitle());
		assertEquals(Look.chinese() ? "\u96c6\u7fa4" : "Fleet", title);
	}

	@Test
	void welcome() {
		Journey.kubeconfig("contexts: [{name: broken}]\n");
		Ui.run(() -> show(WelcomeView.ID));
		look("welcome");
	}

	/** On the UI thread. */
	private static void show(String view) {
		try {
			Ui.page().showView(view);
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void dialogs() {
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.addCluster"));
		Shell add = shell();
		look("add-cluster");
		Ui.run(add::close);
		for (String page : List.of("org.fleetdesk.ui.page.consents", "org.fleetdesk.ui.page.language",
				"org.fleetdesk.ui.page.cache")) {
			PreferenceDialog dialog = Ui
					.ask(() -> PreferencesUtil.createPreferenceDialogOn(Ui.window(), page, null, null));
			Ui.later(dialog::open);
			shell();
			Ui.await("the page", () -> page.endsWith("consents")
					|| Controls.find(Text.class, t -> t.getText().equals("512")).isPresent()
					|| Controls.find(Button.class, b -> b.getText().contains("English")).isPresent());
			look("preferences-" + page.replaceFirst(".*\\.", ""));
			Ui.run(dialog::close);
		}
	}

	private static Shell shell() {
		Ui.await("a dialog", () -> Controls.visible(Shell.class).anyMatch(s -> s != Ui.window()));
		return Ui.ask(() -> Controls.visible(Shell.class).filter(s -> s != Ui.window()).findFirst().orElseThrow());
	}

	@Test
	void clustersAndObjects() {
		Journey.kubeconfig("""
				clusters: [{name: gone, cluster: {server: "https://127.0.0.1:1"}}]
				users: [{name: me, user: {token: abc}}]
				contexts: [{name: gone, context: {cluster: gone, user: me}}]
				""");
		FleetPage.show();
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.tryDemo"));
		Ui.await("the demo", Duration.ofMinutes(2), () -> fleet().sources().stream().anyMatch(Source::demo));
		FleetPage.open("gone");
		FleetPage.open("demo-troubled");
		FleetPage.await("demo-troubled", "v1.");
		ObjectsPage.list("pods", List.of(id("demo-troubled"), id("gone")));
		ObjectsPage.await("pods", lines -> lines.size() > 3);
		ObjectsPage.awaitTrouble("gone");
		look("objects");
		Ui.run(() -> ObjectsPage.view().group("Namespace"));
		Ui.await("groups", () -> Ui.ask(() -> ObjectsPage.content().groups().size() > 1));
		ObjectsPage.click(0, 1);
		look("objects-grouped");
		Ui.run(() -> ObjectsPage.view().group(""));
		narrowing();
		open(ObjectPage.OVERVIEW);
		look("overview");
		Ui.run(() -> editor().turnTo(ObjectPage.YAML));
		look("yaml");
		Ui.run(() -> editor().turnTo(ObjectPage.EVENTS));
		look("events");
		Ui.run(() -> editor().turnTo(ObjectPage.RELATED));
		Ui.await("what it has to do with others", () -> editor().related().lines().size() > 3);
		look("related");
		Ui.run(() -> TopologyOpener.open(Ui.page()).show(id("demo-troubled"),
				((ObjectInput) editor().getEditorInput()).ref().namespace()));
		Ui.await("a drawing", () -> Ui.page().findView(TopologyView.ID) instanceof TopologyView view
				&& view.topology().boxes().size() > 3);
		look("topology");
		Ui.run(() -> Ui.page().hideView(Ui.page().findView(TopologyView.ID)));
		Ui.run(() -> show(CapacityView.ID));
		Ui.await("what it has", () -> Ui.ask(() -> Controls.find(Table.class, t -> t.getColumnCount() == 9)
				.filter(t -> t.getItemCount() > 0 && t.getItem(0).getText(5).contains("/")).isPresent()));
		look("capacity");
		Ui.run(() -> Ui.page().hideView(Ui.page().findView(CapacityView.ID)));
		searchAndEvents();
		ObjectsPage.list("deployments.apps", List.of(id("demo-troubled")));
		ObjectsPage.await("deployments", lines -> lines.size() > 1);
		operations();
		changes(fleet().cluster(id("demo-troubled")).orElseThrow());
	}

	/** What is found, what is not, and what happened. */
	private static void searchAndEvents() {
		SearchPage.search("pod shop", found -> SearchPage.objects(found).size() > 1);
		look("search");
		SearchPage.search("deploy nothing-is-called-this", found -> found.hits().isEmpty());
		look("search-nothing");
		Ui.run(() -> {
			try {
				((EventsView) Ui.page().showView(EventsView.ID)).show(List.of(id("demo-troubled")));
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		Ui.await("events", () -> Ui.page().findView(EventsView.ID) instanceof EventsView view
				&& view.table().content().filter(c -> c.lines().size() > 3).isPresent());
		Ui.run(() -> ((EventsView) Ui.page().findView(EventsView.ID)).table().focus());
		look("events-view");
		Ui.run(() -> {
			Ui.page().hideView(Ui.page().findView(EventsView.ID));
			Ui.page().hideView(Ui.page().findView(SearchView.ID));
		});
	}

	/** What narrows a list: the filter's help and its sign, selectors, saved views. */
	private static void narrowing() {
		Ui.run(() -> ObjectsPage.view().showFilterHelp());
		Shell help = shell();
		look("filter-help");
		Ui.run(help::close);
		Ui.run(() -> ObjectsPage.view().ask(ObjectsPage.view().state().filtered("status:crash /[/ nmae:x")
				.selected(new ViewState.Selectors("", "status.phase=Running"))));
		Ui.await("the sign", () -> !ObjectsPage.view().filterField().problem().isEmpty());
		look("filter");
		Ui.run(() -> ObjectsPage.view()
				.ask(ObjectsPage.view().state().filtered("").selected(ViewState.Selectors.NONE)));
		ObjectsPage.await("pods", lines -> lines.size() > 3);
		for (String command : List.of("chooseSelectors", "chooseView")) {
			Ui.later(() -> Ui.execute("org.fleetdesk.ui.command." + command));
			Shell dialog = shell();
			look(command);
			Ui.run(dialog::close);
		}
	}

	/** The history of what was changed, and an operation that asks, is previewed, done and reported. */
	private static void operations() {
		ObjectsPage.click(0, 1);
		OperationsPage.operate("scale");
		Shell asks = shell();
		look("operation-arguments");
		Ui.run(asks::close);
		OperationsPage.operate("restart");
		Shell change = shell();
		Ui.await("the difference", () -> Controls.under(change).filter(StyledText.class::isInstance)
				.map(StyledText.class::cast).anyMatch(t -> t.getText().contains("restartedAt")));
		look("operation-preview");
		Button apply = Ui.ask(() -> change.getDefaultButton());
		Ui.later(() -> apply.notifyListeners(SWT.Selection, new Event()));
		Ui.await("it is closed", change::isDisposed);
		OperationsPage.search("restart");
		OperationsPage.select("deployments.apps");
		Ui.await("what it did", () -> OperationsPage.view().said().contains("restartedAt"));
		look("operations");
		OperationsPage.search("nothing is called this");
		Ui.await("nothing is so", () -> OperationsPage.count() == 0);
		look("operations-nothing");
		Ui.run(() -> Ui.page().hideView(Ui.page().findView(OperationsView.ID)));
	}

	/** A marked cluster, and the dialogs that stand before a change of it. */
	private static void changes(Cluster cluster) {
		Ui.run(() -> fleet().mark(cluster, new Mark("#c0392b", true, false)));
		FleetPage.show();
		FleetPage.click("demo-troubled");
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.markCluster"));
		Shell mark = shell();
		look("mark");
		Ui.run(mark::close);
		ObjectsPage.list("deployments.apps", List.of(cluster.id(), id("gone")));
		ObjectsPage.await("deployments", lines -> lines.size() > 1);
		ObjectsPage.click(0, 1);
		ObjectsPage.press(SWT.CTRL, (int) 'd');
		Shell delete = shell();
		Ui.await("what else goes", () -> Controls.under(delete).filter(Table.class::isInstance).map(Table.class::cast)
				.anyMatch(t -> t.getItemCount() > 0 && t.getItem(0).getText(2).contains("ReplicaSet")));
		look("delete");
		Ui.run(delete::close);
		compare(cluster);
		Row row = Ui.ask(() -> ObjectsPage.content().lines().getFirst().row());
		ObjectRef deployment = new ObjectRef(cluster.id(), KindKey.parse("deployments.apps"), "Deployment",
				row.namespace(), row.name());
		Ui.run(() -> ObjectOpener.open(Ui.page(), deployment, ObjectPage.HISTORY));
		Ui.await("its revisions",
				() -> editor().page() == ObjectPage.HISTORY && editor().revisions().getItemCount() > 0);
		look("history");
		EditorPage.open(cluster.id(), "Deployment", "deployments.apps", row.namespace(), row.name());
		Matcher replicas = Pattern.compile("replicas: \\d+").matcher(Ui.ask(() -> editor().shown()));
		assertTrue(replicas.find());
		EditorPage.replace(replicas.group(), "replicas: 7");
		Ui.run(() -> editor().text().setFocus());
		Input.press(SWT.CTRL, 's');
		Shell change = shell();
		Ui.await("the difference", () -> Controls.under(change).filter(StyledText.class::isInstance)
				.map(StyledText.class::cast).anyMatch(t -> t.getText().contains("replicas: 7")));
		look("change");
		Ui.run(change::close);
		Ui.await("the text to stay", () -> Controls.visible(Shell.class).allMatch(s -> s == Ui.window()));
		look("edited");
		EditorPage.revertAll();
	}

	/** The first two deployments that are listed beside each other, and the question with what one is compared. */
	private static void compare(Cluster cluster) {
		List<SideRef> sides = Ui.ask(() -> ObjectsPage.content().lines().stream()
				.filter(line -> line.cluster().equals(cluster)).limit(2)
				.<SideRef>map(line -> new SideRef.OfObject(ObjectRef.of(line))).toList());
		ComparePage.open(sides.getFirst(), sides.getLast());
		Ui.await("what differs", () -> ComparePage.editor().differences().size() > 2);
		Ui.run(() -> ComparePage.editor().move(1));
		Ui.run(() -> ComparePage.editor().move(1));
		look("compare");
		Ui.run(() -> Ui.page().closeEditor(ComparePage.editor(), false));
		ObjectsPage.click(0, 1);
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.compare"));
		Shell dialog = shell();
		look("compare-with");
		Ui.run(dialog::close);
	}

	/** Opens the first of the pods that are listed. */
	private static void open(ObjectPage page) {
		Row row = Ui.ask(() -> ObjectsPage.content().lines().getFirst().row());
		Ui.run(() -> ObjectOpener.open(Ui.page(),
				new ObjectRef(id("demo-troubled"), KindKey.parse("pods"), "Pod", row.namespace(), row.name()), page));
		Ui.await("the page",
				() -> Ui.page().getActiveEditor() instanceof ObjectEditor e && e.shown().contains(row.name()));
	}

	private static String id(String cluster) {
		return fleet().clusters().stream().filter(c -> c.name().equals(cluster)).map(Cluster::id).findFirst()
				.orElseThrow();
	}

	private static Fleet fleet() {
		return PlatformUI.getWorkbench().getService(Fleet.class);
	}

	private static ObjectEditor editor() {
		return (ObjectEditor) Ui.page().getActiveEditor();
	}
}
