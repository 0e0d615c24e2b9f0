package org.fleetdesk.ui.change;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;

/** Two texts shown as one: what goes is red, what comes is green, with the numbers of the lines. Belongs to the UI thread. */
public final class DiffText {
	private static final int LONGEST_LINE = 2_000;
	private final StyledText text;
	private final Control styled;
	private List<DiffLine> lines = List.of();

	/**
	 * Below a parent.
	 *
	 * @param styled the text field whose colours the theme sets
	 */
	public DiffText(Composite parent, Control styled) {
		this.styled = styled;
		text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
		text.setFont(JFaceResources.getTextFont());
		text.setMargins(4, 4, 4, 4);
		ThemeChanges.follow(PlatformUI.getWorkbench(), text, () -> show(lines));
	}

	/** The widget. */
	public Control control() {
		return text;
	}

	/** Copies what is selected of it. */
	public void copy() {
		text.copy();
	}

	/** Selects all of it. */
	public void selectAll() {
		text.selectAll();
	}

	/** What it shows, for tests. */
	public String text() {
		return text.getText();
	}

	/** Shows a difference. */
	public void show(List<DiffLine> shown) {
		lines = shown;
		int width = Math.max(2, String.valueOf(shown.stream().mapToInt(l -> Math.max(l.oldLine(), l.newLine())).max()
				.orElse(0)).length());
		StringBuilder all = new StringBuilder();
		List<int[]> margins = new ArrayList<>();
		for (DiffLine line : shown) {
			int start = all.length();
			boolean gap = line.kind() == DiffLine.Kind.GAP;
			all.append(number(gap ? 0 : line.oldLine(), width)).append(' ')
					.append(number(gap ? 0 : line.newLine(), width)).append(sign(line.kind()));
			margins.add(new int[]{start, all.length() - start});
			all.append(line.text(), 0, Math.min(LONGEST_LINE, line.text().length())).append('\n');
		}
		text.setText(all.isEmpty() ? "" : all.substring(0, all.length() - 1));
		paint(margins);
	}

	private static String number(int number, int width) {
		return number == 0 ? " ".repeat(width) : String.format("%" + width + "d", number);
	}

	private static String sign(DiffLine.Kind kind) {
		return switch (kind) {
			case CONTEXT -> "   ";
			case ADDED -> " + ";
			case REMOVED -> " - ";
			case GAP -> " \u22ee ";
		};
	}

	private void paint(List<int[]> margins) {
		Palette palette = Palette.of(styled);
		text.setBackground(palette.paper());
		text.setForeground(palette.text());
		for (int number = 0; number < lines.size(); number++) {
			int[] margin = margins.get(number);
			text.setStyleRange(new StyleRange(margin[0], margin[1], palette.faint(), null));
			switch (lines.get(number).kind()) {
				case ADDED -> text.setLineBackground(number, 1, palette.added());
				case REMOVED -> text.setLineBackground(number, 1, palette.removed());
				case GAP -> text.setLineBackground(number, 1, palette.heading());
				case CONTEXT -> {
					// on plain paper
				}
			}
		}
	}
}
