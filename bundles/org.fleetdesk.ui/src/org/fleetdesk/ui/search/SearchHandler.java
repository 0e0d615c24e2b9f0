package org.fleetdesk.ui.search;

import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.object.ObjectPage;

import org.jspecify.annotations.Nullable;

/** The commands of the Search view, each one line; searching takes the text that is selected anywhere. */
public final class SearchHandler extends AbstractHandler {
	private static final String PREFIX = "org.fleetdesk.ui.command.";
	private static final int LONGEST = 200;
	private static final Map<String, Consumer<SearchView>> COMMANDS = Map.of(
			"openFound", view -> view.open(ObjectPage.OVERVIEW),
			"openFoundYaml", view -> view.open(ObjectPage.YAML),
			"showFound", SearchView::show,
			"copyFound", SearchView::copy,
			"copyFoundNames", SearchView::copyNames,
			"searchAgain", SearchView::again,
			"editSearch", SearchView::focusBox);

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		Consumer<SearchView> command = COMMANDS.get(event.getCommand().getId().substring(PREFIX.length()));
		if (command == null) {
			String text = selected(event);
			SearchView view = view(event);
			view.search(text);
			view.focusBox();
		} else if (HandlerUtil.getActivePart(event) instanceof SearchView view) {
			command.accept(view);
		}
		return null;
	}

	private static SearchView view(ExecutionEvent event) throws ExecutionException {
		try {
			return (SearchView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
					.showView(SearchView.ID);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}

	/** What somebody means who searches from here: the selected text, else the selected object's name. */
	private static String selected(ExecutionEvent event) throws ExecutionException {
		Control focus = UiExecutor.focus(HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell());
		String text = switch (focus) {
			case Text field -> field.getSelectionText();
			case StyledText field -> field.getSelectionText();
			case null, default -> selected(HandlerUtil.getCurrentSelection(event));
		};
		String line = text.strip();
		return line.length() > LONGEST || line.indexOf('\n') >= 0 ? "" : line;
	}

	private static String selected(@Nullable ISelection selection) {
		if (selection instanceof ITextSelection text) {
			return text.getText() == null ? "" : text.getText();
		}
		Object first = selection instanceof IStructuredSelection some ? some.getFirstElement() : null;
		return switch (first) {
			case Line line -> line.row().name();
			case Cluster cluster -> cluster.name();
			case null, default -> "";
		};
	}
}
