package org.fleetdesk.ui.search;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

import org.fleetdesk.ui.Failures;

/** The box in the window's toolbar that searches everything: typing fills the Search view, which does the rest. */
public final class SearchBox extends WorkbenchWindowControlContribution {
	private static final int WIDTH = 260;

	@Override
	protected Control createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 1).applyTo(area);
		Text box = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		box.setMessage(Messages.trim_hint);
		box.setToolTipText(Messages.box_tip);
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT)
				.applyTo(box);
		box.addModifyListener(event -> {
			if (!box.getText().isBlank()) {
				view(IWorkbenchPage.VIEW_VISIBLE).ifPresent(view -> view.search(box.getText()));
			}
		});
		box.addListener(SWT.FocusIn, event -> box.selectAll());
		box.addKeyListener(KeyListener.keyPressedAdapter(event -> pressed(box, event)));
		return area;
	}

	private void pressed(Text box, KeyEvent event) {
		if (event.keyCode == SWT.ESC) {
			box.setText("");
			getWorkbenchWindow().getActivePage().getActivePart().setFocus();
		} else if (event.keyCode == SWT.ARROW_DOWN) {
			view(IWorkbenchPage.VIEW_ACTIVATE).ifPresent(SearchView::enterResults);
		} else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
			view(IWorkbenchPage.VIEW_ACTIVATE).ifPresent(view -> {
				view.search(box.getText());
				view.enterResults();
			});
		} else {
			return;
		}
		event.doit = false;
	}

	private Optional<SearchView> view(int mode) {
		try {
			return Optional.of((SearchView) getWorkbenchWindow().getActivePage().showView(SearchView.ID, null, mode));
		} catch (PartInitException e) {
			getWorkbenchWindow().getService(Failures.class).report(NLS.bind(Messages.view_failed, e.getMessage()), e);
			return Optional.empty();
		}
	}
}
