package org.fleetdesk.ui.consent;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.fleet.ExecConsents.Verdict;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;

/** Shows the command line of a credential plugin and asks whether it may run. Closing it means no. */
final class ConsentDialog extends MessageDialog {
	private static final Verdict[] VERDICTS = {Verdict.NO, Verdict.THIS_TIME, Verdict.ALWAYS};
	private final KubeContext context;
	private final KubeUser.Exec exec;

	ConsentDialog(Shell shell, KubeContext context, KubeUser.Exec exec) {
		super(shell, Messages.consent_title, null, NLS.bind(Messages.consent_question, context.name()),
				MessageDialog.QUESTION, 0, Messages.consent_no, Messages.consent_once, Messages.consent_always);
		this.context = context;
		this.exec = exec;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** Opens the dialog and waits for the answer, on the UI thread. */
	Verdict ask() {
		int button = open();
		return button < 0 || button >= VERDICTS.length ? Verdict.NO : VERDICTS[button];
	}

	@Override
	protected Control createCustomArea(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8).applyTo(area);
		field(area, Messages.consent_context, context.name());
		field(area, Messages.consent_source, context.source());
		Label name = new Label(area, SWT.NONE);
		name.setText(Messages.consent_command);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(name);
		Text line = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
		line.setFont(JFaceResources.getTextFont());
		line.setText(visible(exec.line()));
		GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(70),
				convertHeightInCharsToPixels(5)).applyTo(line);
		Label note = new Label(area, SWT.WRAP);
		note.setText(Messages.consent_note);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(convertWidthInCharsToPixels(80), SWT.DEFAULT)
				.applyTo(note);
		return area;
	}

	@Override
	public void create() {
		super.create();
		getButton(0).setFocus(); // the safe answer, not a field
	}

	private static void field(Composite area, String name, String value) {
		new Label(area, SWT.NONE).setText(name);
		Text text = new Text(area, SWT.READ_ONLY);
		text.setText(value);
		text.setBackground(area.getBackground());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
	}

	/** The line with characters that would hide something shown as what they are. */
	private static String visible(String line) {
		StringBuilder text = new StringBuilder();
		line.codePoints().forEach(c -> {
			int type = Character.getType(c);
			if (c != '\n' && (type == Character.CONTROL || type == Character.FORMAT)) {
				text.append(String.format("\\u%04x", c));
			} else {
				text.appendCodePoint(c);
			}
		});
		return text.toString();
	}
}
