package org.fleetdesk.ui.marks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.fleet.Mark;

/** Asks how a cluster shall be marked: its colour, and whether it is production or read-only. */
public final class MarkDialog extends Dialog {
	private static final int SWATCH = 18;
	private static final int WIDTH = 62;
	private final String cluster;
	private final List<Button> swatches = new ArrayList<>();
	private Mark mark;

	private MarkDialog(Shell shell, String cluster, Mark mark) {
		super(shell);
		this.cluster = cluster;
		this.mark = mark;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** Asks for the mark of a cluster of this name; empty if it shall stay as it is. On the UI thread. */
	public static Optional<Mark> ask(Shell shell, String cluster, Mark now) {
		MarkDialog dialog = new MarkDialog(shell, cluster, now);
		return dialog.open() == Window.OK ? Optional.of(dialog.mark) : Optional.empty();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.title, cluster));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Label label = new Label(area, SWT.NONE);
		label.setText(Messages.color);
		createSwatches(area);
		guard(area, Messages.production_check, Messages.production_help, mark.production(),
				wanted -> mark = mark.production(wanted));
		guard(area, Messages.read_only_check, Messages.read_only_help, mark.readOnly(),
				wanted -> mark = mark.readOnly(wanted));
		return area;
	}

	private void createSwatches(Composite area) {
		Composite row = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Map<String, String> colors = new LinkedHashMap<>();
		colors.put("#d64545", Messages.red);
		colors.put("#e07b1a", Messages.orange);
		colors.put("#c9a100", Messages.yellow);
		colors.put("#3a9d5d", Messages.green);
		colors.put("#1d9a9a", Messages.teal);
		colors.put("#3b7dd8", Messages.blue);
		colors.put("#8a5cd6", Messages.violet);
		colors.put("#7d8590", Messages.grey);
		swatch(row, "", Messages.none).setText(Messages.none);
		colors.forEach((color, name) -> swatch(row, color, name));
		Button custom = new Button(row, SWT.PUSH);
		custom.setText(Messages.custom);
		Button own = swatch(row, colors.containsKey(mark.color()) ? "" : mark.color(), Messages.custom_tip);
		own.setVisible(!((String) own.getData()).isEmpty());
		custom.moveBelow(own);
		custom.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			ColorDialog dialog = new ColorDialog(getShell());
			MarkLook.color(mark).ifPresent(dialog::setRGB);
			Optional.ofNullable(dialog.open()).map(MarkLook::text).ifPresent(chosen -> {
				own.setData(chosen);
				own.setVisible(true);
				choose(chosen);
			});
		}));
		GridLayoutFactory.fillDefaults().numColumns(swatches.size() + 1).spacing(4, 0).applyTo(row);
		choose(mark.color());
	}

	/** A button of a colour, whose data it is. */
	private Button swatch(Composite row, String color, String name) {
		Button swatch = new Button(row, SWT.TOGGLE);
		swatch.setData(color);
		swatch.setToolTipText(name);
		swatch.addPaintListener(event -> {
			String now = (String) swatch.getData();
			if (!now.isEmpty()) {
				paint(event.gc, swatch.getSize(), now, swatch.getSelection());
			}
		});
		swatch.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(e -> choose((String) swatch.getData())));
		GridDataFactory.fillDefaults().minSize(2 * SWATCH, 2 * SWATCH)
				.hint(swatches.isEmpty() ? SWT.DEFAULT : 2 * SWATCH,
						SWT.DEFAULT)
				.applyTo(swatch);
		swatches.add(swatch);
		return swatch;
	}

	private static void paint(GC gc, Point room, String color, boolean chosen) {
		int size = Math.min(SWATCH, room.y - 8);
		int x = (room.x - size) / 2;
		int y = (room.y - size) / 2;
		gc.setBackground(new Color(MarkLook.rgb(color)));
		gc.fillRectangle(x, y, size, size);
		if (chosen) {
			gc.setForeground(MarkLook.on(MarkLook.rgb(color)));
			gc.setLineWidth(2);
			gc.drawPolyline(new int[]{x + 4, y + size / 2, x + size / 2 - 1, y + size - 5, x + size - 4, y + 4});
		}
	}

	private void choose(String color) {
		mark = mark.color(color);
		swatches.forEach(s -> {
			s.setSelection(s.getData().equals(color) && (s.isVisible() || s != swatches.getLast()));
			s.redraw();
		});
	}

	private void guard(Composite area, String text, String help, boolean checked,
			java.util.function.Consumer<Boolean> chosen) {
		Button check = new Button(area, SWT.CHECK);
		check.setText(text);
		check.setSelection(checked);
		check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen.accept(check.getSelection())));
		GridDataFactory.fillDefaults().indent(0, 8).applyTo(check);
		Label label = new Label(area, SWT.WRAP);
		label.setText(help);
		GridDataFactory.fillDefaults().grab(true, false).indent(24, 0)
				.hint(convertWidthInCharsToPixels(WIDTH), SWT.DEFAULT).applyTo(label);
	}
}
