package org.fleetdesk.ui.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.ui.marks.MarkBar;
import org.fleetdesk.ui.marks.MarkLook;

/** The row above a text that says to which open clusters and into which namespace it is applied. Belongs to the UI thread. */
public final class TargetRow {
	private static final int NAMESPACE_WIDTH = 200;
	private final Fleet fleet;
	private final Button clusters;
	private final Text namespace;
	private final MarkBar bar;
	private final List<String> chosen = new ArrayList<>();

	TargetRow(Composite parent, IServiceLocator site, Runnable apply) {
		fleet = site.getService(Fleet.class);
		bar = new MarkBar(parent, 1);
		Composite row = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 5).spacing(8, 0).applyTo(row);
		new Label(row, SWT.NONE).setText(Messages.clusters);
		clusters = new Button(row, SWT.PUSH);
		clusters.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
		new Label(row, SWT.NONE).setText(Messages.namespace);
		namespace = new Text(row, SWT.BORDER);
		namespace.setMessage(Messages.namespace_hint);
		namespace.setToolTipText(Messages.namespace_tip);
		GridDataFactory.swtDefaults().hint(NAMESPACE_WIDTH, SWT.DEFAULT).applyTo(namespace);
		Button button = new Button(row, SWT.PUSH);
		button.setText(Messages.apply);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> apply.run()));
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(button);
		List<Cluster> open = open();
		if (open.size() == 1) {
			chosen.add(open.getFirst().id());
		}
		show();
	}

	private List<Cluster> open() {
		return fleet.clusters().stream().filter(c -> c.state().phase() == Phase.OPEN && c.session().isPresent())
				.toList();
	}

	private void choose() {
		MenuManager menu = new MenuManager();
		for (Cluster cluster : open()) {
			Action action = new Action(cluster.name(), Action.AS_CHECK_BOX) {
				@Override
				public void run() {
					choose(cluster.id(), isChecked());
				}
			};
			action.setChecked(chosen.contains(cluster.id()));
			menu.add(action);
		}
		if (open().isEmpty()) {
			Action none = new Action(Messages.clusters_none_open) {
				// only says so
			};
			none.setEnabled(false);
			menu.add(none);
		}
		Menu shown = menu.createContextMenu(clusters);
		Point at = clusters.toDisplay(0, clusters.getSize().y);
		shown.setLocation(at);
		shown.setVisible(true);
	}

	/** Chooses a cluster, or not any more. */
	public void choose(String cluster, boolean wanted) {
		chosen.remove(cluster);
		if (wanted) {
			chosen.add(cluster);
		}
		show();
	}

	private void show() {
		List<Cluster> now = clusters();
		clusters.setText(now.isEmpty()
				? Messages.clusters_choose
				: now.stream().map(c -> {
					String words = MarkLook.words(fleet.mark(c));
					return words.isEmpty() ? c.name() : c.name() + " (" + words + ")";
				}).collect(Collectors.joining(", ")) + " \u25be");
		bar.show(now.stream().map(fleet::mark).filter(m -> MarkLook.color(m).isPresent()).findFirst()
				.orElse(Mark.NONE), now.stream().map(Cluster::name).collect(Collectors.joining(", ")));
		clusters.getParent().layout();
	}

	/** The chosen clusters that are open. */
	List<Cluster> clusters() {
		return open().stream().filter(c -> chosen.contains(c.id())).toList();
	}

	/** The namespace for documents that name none, or empty. */
	String namespace() {
		return namespace.getText().strip();
	}

	/** The field whose colours the theme sets. */
	Control styled() {
		return namespace;
	}
}
