package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Asks for a saved view by its name. */
final class ViewDialog extends PickDialog<String> {
	private final List<String> names;
	private Optional<String> picked = Optional.empty();

	ViewDialog(Shell parent, List<String> names) {
		super(parent, Messages.views_choose_title, Messages.views_choose_hint);
		this.names = names;
	}

	/** What was picked. */
	Optional<String> picked() {
		return picked;
	}

	@Override
	protected void head(Composite area) {
		if (names.isEmpty()) {
			note(area, Messages.views_none);
		}
	}

	@Override
	protected List<String> find(String typed) {
		String word = typed.toLowerCase(Locale.ROOT);
		return names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(word)).toList();
	}

	@Override
	protected TableViewer viewer(Composite parent) {
		return new TableViewer(parent, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
	}

	@Override
	protected void take(List<String> selection) {
		picked = selection.stream().findFirst();
	}
}
