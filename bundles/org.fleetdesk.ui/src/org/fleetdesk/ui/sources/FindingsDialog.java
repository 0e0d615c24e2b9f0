package org.fleetdesk.ui.sources;

import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.WeightedColumns;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;

/** Lists what is wrong in a kubeconfig: about what, what, and what to do; can be copied. */
public final class FindingsDialog extends Dialog {
	private static final int WIDTH = 110;
	private static final int ROWS = 8;
	private final String label;
	private final List<Finding> findings;

	private FindingsDialog(Shell shell, String label, List<Finding> findings) {
		super(shell);
		this.label = label;
		this.findings = findings;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** Opens the dialog; on the UI thread. */
	public static void open(Shell shell, String label, List<Finding> findings) {
		new FindingsDialog(shell, label, findings).open();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.findings_title, label));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Composite holder = new Composite(area, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		TableViewer viewer = new TableViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
		viewer.getTable().setHeaderVisible(true);
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(WIDTH), viewer.getTable().getItemHeight() * ROWS).applyTo(holder);
		WeightedColumns.add(viewer, layout, Messages.findings_subject, 1, ColumnLabelProvider.createTextImageProvider(
				element -> ((Finding) element).subject(), element -> icon((Finding) element)));
		WeightedColumns.add(viewer, layout, Messages.findings_message, 1,
				ColumnLabelProvider.createTextProvider(element -> ((Finding) element).message()));
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setInput(findings);
		Text whole = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(5)).applyTo(whole);
		viewer.addSelectionChangedListener(e -> {
			if (e.getStructuredSelection().getFirstElement() instanceof Finding finding) {
				whole.setText(text(finding));
			}
		});
		viewer.setSelection(new StructuredSelection(findings.getFirst()));
		return area;
	}

	static Image icon(Finding finding) {
		return PlatformUI.getWorkbench().getSharedImages().getImage(finding.severity() == Severity.ERROR
				? ISharedImages.IMG_OBJS_ERROR_TSK
				: ISharedImages.IMG_OBJS_WARN_TSK);
	}

	private static String text(Finding finding) {
		return finding.subject() + "\n" + finding.message()
				+ (finding.remedy().isEmpty() ? "" : "\n" + finding.remedy());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.DETAILS_ID, Messages.findings_copy, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == IDialogConstants.DETAILS_ID) {
			Clips.copy(String.join("\n", findings.stream().map(Finding::text).toList()));
		} else {
			super.buttonPressed(id);
		}
	}
}
