package org.fleetdesk.ui.objects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Asks for several of a list that may grow while the dialog is open; names that are not in it may be typed where allowed. */
final class CheckDialog extends PickDialog<CheckDialog.Choice> {

	/**
	 * What may be checked.
	 *
	 * @param id what is taken
	 * @param label what is shown
	 */
	record Choice(String id, String label) {
	}

	/**
	 * How a dialog asks.
	 *
	 * @param title its title
	 * @param hint what stands in the empty text field
	 * @param note what is explained
	 * @param typed how a name that is not in the list is offered, with {0} for it; empty if only what is in the list goes
	 */
	record Wording(String title, String hint, String note, String typed) {
	}

	private final Wording wording;
	private final Supplier<List<Choice>> choices;
	private final Set<String> checked;

	CheckDialog(Shell parent, Wording wording, Supplier<List<Choice>> choices, Set<String> checked) {
		super(parent, wording.title(), wording.hint());
		this.wording = wording;
		this.choices = choices;
		this.checked = new LinkedHashSet<>(checked);
	}

	/** The ids that are checked. */
	Set<String> checked() {
		return checked;
	}

	@Override
	protected void head(Composite area) {
		note(area, wording.note());
	}

	@Override
	protected List<Choice> find(String typed) {
		String word = typed.toLowerCase(Locale.ROOT);
		List<Choice> all = choices.get();
		List<Choice> found = new ArrayList<>();
		boolean known = all.stream().anyMatch(c -> c.id().equals(word) || c.label().equals(typed));
		all.stream().filter(c -> c.label().toLowerCase(Locale.ROOT).contains(word)).forEach(found::add);
		if (!known && !word.isEmpty() && !wording.typed().isEmpty() && !word.contains(" ")) {
			found.add(new Choice(word, wording.typed().replace("{0}", word)));
		}
		checked.stream().filter(id -> word.isEmpty() && all.stream().noneMatch(c -> c.id().equals(id)))
				.forEach(id -> found.add(new Choice(id, id)));
		return found;
	}

	@Override
	protected TableViewer viewer(Composite parent) {
		CheckboxTableViewer viewer = CheckboxTableViewer.newCheckList(parent, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
		viewer.setLabelProvider(ColumnLabelProvider.createTextProvider(choice -> ((Choice) choice).label()));
		viewer.setCheckStateProvider(new ICheckStateProvider() {
			@Override
			public boolean isChecked(Object element) {
				return checked.contains(((Choice) element).id());
			}

			@Override
			public boolean isGrayed(Object element) {
				return false;
			}
		});
		viewer.addCheckStateListener(event -> {
			String id = ((Choice) event.getElement()).id();
			if (event.getChecked()) {
				checked.add(id);
			} else {
				checked.remove(id);
			}
		});
		return viewer;
	}

	/** Someone who typed means what is at the cursor; else what is checked counts. */
	@Override
	protected void take(List<Choice> selection) {
		if (!typed().isEmpty() && selection.stream().noneMatch(c -> checked.contains(c.id()))) {
			checked.clear();
			selection.forEach(c -> checked.add(c.id()));
		}
	}
}
