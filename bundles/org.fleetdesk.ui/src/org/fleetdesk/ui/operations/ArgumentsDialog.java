package org.fleetdesk.ui.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Argument;
import org.fleetdesk.core.action.BadArgument;
import org.fleetdesk.core.action.Values;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.marks.MarkBar;
import org.fleetdesk.ui.marks.MarkLook;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the arguments of an action, each by a field of its type, and says while one types what is wrong. Begins with what
 * one object has at present; remembers nothing. Belongs to the UI thread.
 */
final class ArgumentsDialog extends TitleAreaDialog {
	private final Action action;
	private final List<Target> targets;
	private final String heading;
	private final List<ArgumentField> fields = new ArrayList<>();
	private final Runnable learn;
	private @Nullable Values values;

	ArgumentsDialog(Shell shell, Action action, List<Target> targets, String heading, Present present) {
		super(shell);
		this.action = action;
		this.targets = targets;
		this.heading = heading;
		this.learn = () -> present.of(UiExecutor.of(getShell()), this::begin);
		setShellStyle(getShellStyle() | SWT.RESIZE);
		setHelpAvailable(false);
	}

	/** Reads an object as it is. */
	interface Present {
		void of(UiExecutor ui, java.util.function.Consumer<JsonNode> taker);
	}

	/** What was typed. */
	Values values() {
		return Optional.ofNullable(values).orElseThrow();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(heading);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 8).spacing(10, 8).applyTo(area);
		targets.stream().map(Target::cluster).filter(c -> MarkLook.color(c.mark()).isPresent()).findFirst()
				.ifPresent(c -> new MarkBar(area, 2).show(c.mark(), c.name()));
		setTitle(heading);
		setMessage(message());
		action.arguments().forEach(argument -> fields.add(new ArgumentField(area, argument, this::update)));
		return area;
	}

	private String message() {
		String places = targets.stream().map(target -> target.cluster().name()).distinct()
				.collect(Collectors.joining(", "));
		return NLS.bind(Messages.ask_message, action.description(), places);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.ask_preview, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		update();
		UiExecutor.of(parent).execute(() -> fields.getFirst().focus());
		learn.run();
	}

	/** The object is known: what stands where arguments say they are at present. */
	private void begin(JsonNode object) {
		fields.forEach(field -> present(field.argument(), object).ifPresent(field::begin));
	}

	private static Optional<String> present(Argument argument, JsonNode object) {
		return argument.path().isEmpty()
				? Optional.empty()
				: FieldPath.parse(argument.path(), object).in(object).filter(JsonNode::isValueNode)
						.map(JsonNode::asText);
	}

	private void update() {
		Button ok = getButton(IDialogConstants.OK_ID);
		if (ok == null) {
			return;
		}
		try {
			Map<String, List<String>> told = new LinkedHashMap<>();
			fields.forEach(field -> told.put(field.argument().name(), field.values()));
			values = Values.of(action, told);
			setErrorMessage(null);
			ok.setEnabled(true);
		} catch (BadArgument e) {
			setErrorMessage(e.getMessage());
			ok.setEnabled(false);
		}
	}
}
