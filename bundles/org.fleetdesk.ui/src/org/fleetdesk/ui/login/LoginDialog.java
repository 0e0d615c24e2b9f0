package org.fleetdesk.ui.login;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.fleetdesk.ui.support.Clips;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.kube.login.LoginOffer;
import org.fleetdesk.kube.login.LoginOffer.Device;

/**
 * Shows how to log in to a cluster and that it is waited for: a button for the browser, and a page with a large code for
 * another device. Closing it cancels the login; the login closes it when it has ended. Leaves the window usable.
 */
final class LoginDialog extends Dialog {
	private static final int WIDTH = 64;
	private final LoginOffer offer;
	private final PageOpener opener;
	private Label note;

	LoginDialog(Shell shell, LoginOffer offer, PageOpener opener) {
		super(shell);
		this.offer = offer;
		this.opener = opener;
		setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.login_title, offer.cluster()));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(12, 8).applyTo(area);
		label(area, NLS.bind(Messages.login_question, offer.cluster()));
		new Label(area, SWT.NONE).setText(Messages.login_issuer);
		value(area, offer.issuer().toString());
		offer.page().ifPresent(page -> browser(area, page));
		offer.device().ifPresent(device -> device(area, device));
		note = label(area, NLS.bind(Messages.login_waiting, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
				.withZone(ZoneId.systemDefault()).format(offer.until())));
		GridDataFactory.generate(new ProgressBar(area, SWT.INDETERMINATE), 2, 1);
		return area;
	}

	@Override
	public void create() {
		super.create();
		if (getShell().getDefaultButton() != null) {
			getShell().getDefaultButton().setFocus(); // not a field
		}
	}

	private void browser(Composite area, URI page) {
		label(area, Messages.login_browser);
		Button open = button(area, Messages.login_open, () -> {
			if (!opener.open(page)) {
				copy(page.toString());
				note.setText(Messages.login_noBrowser);
			}
		});
		getShell().setDefaultButton(open);
		button(area, Messages.login_copyAddress, () -> copy(page.toString()));
	}

	private void device(Composite area, Device device) {
		label(area, offer.page().isPresent() ? Messages.login_otherDevice : Messages.login_device);
		new Label(area, SWT.NONE).setText(Messages.login_page);
		value(area, device.page().toString());
		new Label(area, SWT.NONE).setText(Messages.login_code);
		Composite line = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(line);
		Text code = new Text(line, SWT.READ_ONLY);
		Font large = new LocalResourceManager(JFaceResources.getResources(), code)
				.create(FontDescriptor.createFrom(JFaceResources.getTextFont()).setStyle(SWT.BOLD).increaseHeight(10));
		code.setFont(large);
		code.setText(device.code());
		code.setBackground(area.getBackground());
		GC gc = new GC(code);
		gc.setFont(large); // a text says its size only once it is shown
		GridDataFactory.swtDefaults().hint(gc.textExtent(device.code() + " ")).applyTo(code);
		gc.dispose();
		button(line, Messages.login_copyCode, () -> copy(device.code()));
	}

	private Label label(Composite area, String text) {
		Label label = new Label(area, SWT.WRAP);
		label.setText(text);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
				.hint(convertWidthInCharsToPixels(WIDTH), SWT.DEFAULT)
				.applyTo(label);
		return label;
	}

	private static void value(Composite area, String text) {
		Text value = new Text(area, SWT.READ_ONLY);
		value.setText(text);
		value.setBackground(area.getBackground());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
	}

	private static Button button(Composite area, String text, Runnable work) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(text);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> work.run()));
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(button);
		return button;
	}

	private void copy(String text) {
		Clips.copy(text);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void cancelPressed() {
		offer.cancel().run();
		super.cancelPressed();
	}

	@Override
	protected void handleShellCloseEvent() {
		offer.cancel().run();
		super.handleShellCloseEvent();
	}
}
