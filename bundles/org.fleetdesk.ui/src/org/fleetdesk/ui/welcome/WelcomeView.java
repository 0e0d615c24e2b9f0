package org.fleetdesk.ui.welcome;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.part.ViewPart;

import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.ui.Icons;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.demo.DemoClusters;
import org.fleetdesk.ui.demo.DemoOffer;
import org.fleetdesk.ui.fleet.ClusterOpening;
import org.fleetdesk.ui.sources.AddClusterDialog;
import org.fleetdesk.ui.sources.FindingsDialog;
import org.fleetdesk.ui.sources.KubeconfigDrop;

/** The page one sees first: the kubeconfigs that were found with their contexts, one click away, and how to add others. */
public final class WelcomeView extends ViewPart {
	/** The view's id. */
	public static final String ID = "org.fleetdesk.ui.view.welcome";
	private static final int TEXT_WIDTH = 560;
	private Fleet fleet;
	private LocalResourceManager images;
	private Registration changes;
	private Label found;
	private Link problems;
	private ClusterTable clusters;
	private DemoOffer demo;
	private Button add;

	@Override
	public void createPartControl(Composite parent) {
		fleet = getSite().getService(Fleet.class);
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(32, 28).spacing(16, 10).numColumns(2).applyTo(page);
		createHeading(page);
		found = new Label(page, SWT.WRAP);
		wide().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).indent(0, 12).applyTo(found);
		clusters = new ClusterTable(page, fleet, this::open);
		wide().grab(true, true).applyTo(clusters.control());
		problems = new Link(page, SWT.NONE);
		wide().applyTo(problems);
		problems.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> showProblems()));
		demo = new DemoOffer(page, getSite().getService(DemoClusters.class));
		wide().indent(0, 6).applyTo(demo.control());
		createAdding(page);
		new KubeconfigDrop(getSite()).accept(page);
		Runnable show = UiExecutor.of(page).coalescing(this::show);
		changes = fleet.listen(show);
		show.run();
	}

	private static GridDataFactory wide() {
		return GridDataFactory.fillDefaults().span(2, 1);
	}

	private void createHeading(Composite page) {
		Label icon = new Label(page, SWT.NONE);
		icon.setImage(images.get(Icons.WELCOME.descriptor()));
		Composite words = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(words);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(words);
		Label title = new Label(words, SWT.NONE);
		title.setFont(JFaceResources.getHeaderFont());
		title.setText(Messages.welcome_title);
		Label claim = new Label(words, SWT.WRAP);
		claim.setText(Messages.welcome_claim);
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(claim);
	}

	private void createAdding(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(row);
		wide().indent(0, 6).applyTo(row);
		add = new Button(row, SWT.PUSH);
		add.setText(Messages.welcome_add);
		add.addSelectionListener(SelectionListener
				.widgetSelectedAdapter(e -> AddClusterDialog.open(getSite().getWorkbenchWindow(), List.of())));
		Label drop = new Label(row, SWT.NONE);
		drop.setText(Messages.welcome_drop);
	}

	private void show() {
		List<Source> sources = fleet.sources();
		List<Cluster> all = fleet.clusters();
		found.setText(all.isEmpty()
				? NLS.bind(Messages.welcome_nothing, String.join(", ", looked(sources)))
				: NLS.bind(all.size() == 1 ? Messages.welcome_found_one : Messages.welcome_found_many,
						String.join(", ", sources.stream().filter(s -> !s.config().contexts().isEmpty())
								.map(Source::label).toList()),
						all.size()));
		show(clusters.control(), !all.isEmpty());
		clusters.show(all);
		int count = fleet.findings().size();
		problems.setText("<a>" + (count == 1 ? Messages.welcome_problem : NLS.bind(Messages.welcome_problems, count))
				+ "</a>");
		show(problems, count > 0);
		show(demo.control(), demo.open());
		found.getParent().layout(true, true);
	}

	private static List<String> looked(List<Source> sources) {
		List<String> labels = sources.stream().map(Source::label).toList();
		return labels.isEmpty()
				? KubeconfigReader.standardFiles(System.getenv(), Path.of(System.getProperty("user.home"))).stream()
						.map(Path::toString).toList()
				: labels;
	}

	private static void show(Control control, boolean visible) {
		control.setVisible(visible);
		((GridData) control.getLayoutData()).exclude = !visible;
	}

	private void open(Cluster cluster) {
		ClusterOpening.open(getSite().getWorkbenchWindow(), List.of(cluster));
	}

	private void showProblems() {
		List<Finding> findings = fleet.findings();
		if (!findings.isEmpty()) {
			FindingsDialog.open(getSite().getShell(), Messages.welcome_kubeconfigs, findings);
		}
	}

	@Override
	public void setFocus() {
		if (!clusters.focus() && !demo.focus()) {
			add.setFocus();
		}
	}

	@Override
	public void dispose() {
		if (changes != null) {
			changes.close();
		}
		super.dispose();
	}
}
