package org.fleetdesk.ui.sources;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.UiExecutor;

/**
 * Asks for kubeconfigs, as files or as pasted text, and shows while one types which contexts they hold or what is wrong
 * with them. Nothing runs and nobody is contacted; what is added is registered, not opened.
 */
public final class AddClusterDialog extends TitleAreaDialog {
	private static final Duration TYPING = Duration.ofMillis(250);
	private static final int WIDTH = 90;
	private final Fleet fleet;
	private final Errands errands;
	private final KubeconfigReader reader;
	private final List<Path> given;
	private final AtomicInteger asked = new AtomicInteger();
	private Candidate candidate = Candidate.NOTHING;
	private Button byFile;
	private Button byText;
	private Text files;
	private Text text;
	private Text findings;
	private ContextTable contexts;
	private UiExecutor ui;
	private Runnable checkSoon;

	private AddClusterDialog(IWorkbenchWindow window, List<Path> given) {
		super(window.getShell());
		this.fleet = window.getService(Fleet.class);
		this.errands = window.getService(Errands.class);
		this.reader = window.getService(KubeconfigReader.class);
		this.given = List.copyOf(given);
		setShellStyle(getShellStyle() | SWT.RESIZE);
		setHelpAvailable(false);
	}

	/** Opens the dialog with these files, or empty; on the UI thread. */
	public static void open(IWorkbenchWindow window, List<Path> files) {
		new AddClusterDialog(window, files).open();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.add_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.swtDefaults().margins(10, 10).spacing(8, 6).numColumns(2).applyTo(area);
		setTitle(Messages.add_heading);
		setMessage(Messages.add_message);
		ui = UiExecutor.of(area);
		checkSoon = ui.afterPause(TYPING, this::check);
		createInputs(area);
		createOutcome(area);
		files.setText(String.join("\n", given.stream().map(Path::toString).toList()));
		byFile.setSelection(true);
		files.setFocus();
		choose();
		return area;
	}

	private void createInputs(Composite area) {
		byFile = radio(area, Messages.add_byFile);
		files = new Text(area, SWT.BORDER | SWT.MULTI);
		files.setMessage(Messages.add_filesHint);
		GridDataFactory.fillDefaults().grab(true, false).indent(20, 0)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(2)).applyTo(files);
		Button browse = new Button(area, SWT.PUSH);
		browse.setText(Messages.add_browse);
		setButtonLayoutData(browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
		byText = radio(area, Messages.add_byText);
		text = new Text(area, SWT.BORDER | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).indent(20, 0)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(8)).applyTo(text);
		files.addModifyListener(e -> typed(byFile));
		text.addModifyListener(e -> typed(byText));
		KubeconfigDrop.accept(files, this::drop);
		for (Control control : List.of(files, text)) {
			control.addTraverseListener(e -> {
				if (e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
					e.doit = true;
				}
			});
		}
	}

	private Button radio(Composite area, String label) {
		Button radio = new Button(area, SWT.RADIO);
		radio.setText(label);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(radio);
		radio.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choose()));
		return radio;
	}

	private void createOutcome(Composite area) {
		Label label = new Label(area, SWT.NONE);
		label.setText(Messages.add_contexts);
		GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(label);
		contexts = new ContextTable(area);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(7)).applyTo(contexts.control());
		findings = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
		findings.setBackground(area.getBackground());
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(3)).applyTo(findings);
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
		dialog.setText(Messages.add_heading);
		if (dialog.open() != null) {
			Path folder = Path.of(dialog.getFilterPath());
			drop(List.of(dialog.getFileNames()).stream().map(folder::resolve).toList());
		}
	}

	private void drop(List<Path> dropped) {
		files.setText(String.join("\n", dropped.stream().map(Path::toString).toList()));
	}

	private void typed(Button way) {
		byFile.setSelection(way == byFile);
		byText.setSelection(way == byText);
		choose();
	}

	private void choose() {
		checkSoon.run();
	}

	private void check() {
		boolean file = byFile.getSelection();
		String input = file ? files.getText() : text.getText();
		int question = asked.incrementAndGet();
		errands.run(Messages.add_failed, () -> {
			Candidate read = file
					? Candidate.ofFiles(reader, input)
					: Candidate.ofText(reader, input, Messages.add_pasted);
			ui.execute(() -> {
				if (question == asked.get()) {
					show(read, !input.isBlank());
				}
			});
		});
	}

	private void show(Candidate read, boolean given) {
		candidate = read;
		contexts.show(read.contexts());
		List<String> problems = given ? read.problems() : List.of();
		findings.setText(read.usable() || problems.size() > 1 ? String.join("\n", problems) : "");
		getButton(IDialogConstants.OK_ID).setEnabled(read.usable());
		if (!given) {
			setMessage(Messages.add_message);
		} else if (!read.usable()) {
			setMessage(problems.getFirst(), IMessageProvider.ERROR);
		} else if (!problems.isEmpty()) {
			setMessage(NLS.bind(Messages.add_someProblems, problems.size()), IMessageProvider.WARNING);
		} else {
			setMessage(Messages.add_good, IMessageProvider.INFORMATION);
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.add_add, true).setEnabled(false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void okPressed() {
		Candidate chosen = candidate;
		errands.run(Messages.add_failed, () -> {
			chosen.files().forEach(fleet::addFile);
			if (!chosen.text().isEmpty()) {
				fleet.addText(chosen.text());
			}
		});
		super.okPressed();
	}
}
