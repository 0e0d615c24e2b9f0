package org.fleetdesk.ui.fleet;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.ui.marks.MarkBar;
import org.fleetdesk.ui.marks.MarkLook;

/** Shows what is known of one cluster, as text that can be selected, without secrets. */
final class ClusterDetailsDialog extends Dialog {
	private static final int WIDTH = 60;
	private final Cluster cluster;

	/** The id of the button that lets the cluster be marked. */
	static final int MARK = IDialogConstants.CLIENT_ID;
	private final Mark mark;

	ClusterDetailsDialog(Shell shell, Cluster cluster, Mark mark) {
		super(shell);
		this.cluster = cluster;
		this.mark = mark;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.details_title, cluster.name()));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Composite fields = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 6).applyTo(fields);
		new MarkBar(fields, 2).show(mark, cluster.name());
		fields().forEach((name, value) -> {
			Label label = new Label(fields, SWT.NONE);
			label.setText(name);
			GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
			Text text = new Text(fields, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
			text.setText(value);
			text.setBackground(fields.getBackground());
			GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(WIDTH), SWT.DEFAULT)
					.applyTo(text);
		});
		return area;
	}

	private Map<String, String> fields() {
		KubeContext context = cluster.context();
		KubeServer server = context.server();
		ClusterState state = cluster.state();
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put(Messages.details_context, context.name());
		if (cluster.demo()) {
			fields.put(Messages.details_demo, Messages.details_demo_about);
		}
		fields.put(Messages.details_source, context.source());
		fields.put(Messages.details_server, ClusterTexts.url(server.url()));
		server.proxy().ifPresent(p -> fields.put(Messages.details_proxy, ClusterTexts.url(p)));
		server.tlsServerName().ifPresent(n -> fields.put(Messages.details_tlsServerName, n));
		fields.put(Messages.details_trust, server.insecure()
				? Messages.details_trust_none
				: server.authority().isPresent() ? Messages.details_trust_own : Messages.details_trust_system);
		fields.put(Messages.details_user, context.user().name());
		fields.put(Messages.details_login, ClusterTexts.login(context.user()));
		context.namespace().ifPresent(n -> fields.put(Messages.details_namespace, n));
		fields.put(Messages.details_mark, MarkLook.words(mark));
		fields.put(Messages.details_state, ClusterTexts.phase(state));
		if (!ClusterTexts.problem(state).isEmpty()) {
			fields.put(Messages.details_problem, ClusterTexts.problem(state));
		}
		state.version().ifPresent(v -> fields.put(Messages.details_version, ClusterTexts.version(v)));
		state.version().filter(v -> !v.platform().isEmpty())
				.ifPresent(v -> fields.put(Messages.details_platform, v.platform()));
		fields.put(Messages.details_counts, ClusterTexts.counts(state));
		if (!state.catalogue().types().isEmpty()) {
			fields.put(Messages.details_kinds, String.valueOf(state.catalogue().preferred().size()));
		}
		fields.values().removeIf(String::isEmpty);
		return fields;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, MARK, Messages.details_change_mark, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == MARK) {
			setReturnCode(MARK);
			close();
		} else {
			super.buttonPressed(id);
		}
	}
}
