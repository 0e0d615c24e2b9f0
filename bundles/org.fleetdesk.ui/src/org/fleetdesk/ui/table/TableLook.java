package org.fleetdesk.ui.table;

import java.util.Optional;
import java.util.function.IntFunction;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.CellPainterWrapper;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.VerticalAlignmentEnum;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;

/**
 * The one look of our tables: registers styles and painters of a palette, again whenever the theme changes, since E4's
 * style sheets do not reach NatTable.
 */
final class TableLook extends AbstractRegistryConfiguration {
	/** Blank points left and right of a cell's text. */
	static final int PADDING = 7;
	/** The label of cells that begin with a stripe. */
	static final String STRIPED = "striped";
	/** The label of cells in rows that say something is wrong. */
	static final String WARNING = "warning";
	private static final int STRIPE = 4;
	private static final String ODD = "odd";
	private static final String NUMBER = "number";
	private static final String CHANGED = "changed";
	private static final int FADE_STEPS = 8;
	private static final long FADE_MILLIS = 2_000;

	private final Palette palette;

	private final IntFunction<Optional<RGB>> stripes;
	private final CellMarks marks;

	/**
	 * A look.
	 *
	 * @param stripes the colour of a row's stripe
	 * @param marks what cells show besides text
	 */
	TableLook(Palette palette, IntFunction<Optional<RGB>> stripes, CellMarks marks) {
		this.palette = palette;
		this.marks = marks;
		this.stripes = stripes;
	}

	/** Whether a line that changed then is still marked now. */
	static boolean marked(long changedMillis, long now) {
		return changedMillis > 0 && now - changedMillis < FADE_MILLIS;
	}

	/** Labels a cell by what its look depends on. */
	static void label(LabelStack labels, int row, boolean number, long changedMillis, long now) {
		boolean odd = row % 2 == 1;
		if (marked(changedMillis, now)) {
			long step = Math.clamp((now - changedMillis) * FADE_STEPS / FADE_MILLIS, 0, FADE_STEPS - 1);
			labels.addLabel(CHANGED + step + odd);
		} else if (odd) {
			labels.addLabel(ODD);
		}
		if (number) {
			labels.addLabel(NUMBER);
		}
	}

	@Override
	public void configureRegistry(IConfigRegistry registry) {
		ICellPainter painter = new BackgroundPainter(
				new PaddingDecorator(new LinePainter(), 0, PADDING, 0, PADDING, false));
		registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter);
		for (DisplayMode mode : new DisplayMode[]{DisplayMode.NORMAL, DisplayMode.SELECT}) {
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, striped(painter), mode, STRIPED);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, striped(marks.marked()), mode,
					CellMarks.MARKED);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, striped(marks.barred()), mode,
					CellMarks.BARRED);
		}
		registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, palette.grid());
		Style plain = style(palette.paper(), palette.text());
		plain.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getDefaultFont());
		plain.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
		plain.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.MIDDLE);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, plain);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style(palette.stripe(), palette.text()),
				DisplayMode.NORMAL, ODD);
		Style warning = new Style();
		warning.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, palette.bad());
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, warning, DisplayMode.NORMAL, WARNING);
		Style number = new Style();
		number.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, number, DisplayMode.NORMAL, NUMBER);
		for (int step = 0; step < FADE_STEPS; step++) {
			double strength = 1 - (double) step / FADE_STEPS;
			for (boolean odd : new boolean[]{true, false}) {
				registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE,
						style(palette.changed(strength, odd), palette.text()), DisplayMode.NORMAL,
						CHANGED + step + odd);
			}
		}
		selection(registry);
		headings(registry, painter);
	}

	private ICellPainter striped(ICellPainter painter) {
		return new CellPainterWrapper(painter) {
			@Override
			public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
				super.paintCell(cell, gc, bounds, registry);
				if (cell.getColumnIndex() == 0) {
					stripes.apply(cell.getRowIndex()).ifPresent(color -> {
						gc.setBackground(new Color(color));
						gc.fillRectangle(bounds.x, bounds.y, STRIPE, bounds.height);
					});
				}
			}
		};
	}

	private void headings(IConfigRegistry registry, ICellPainter painter) {
		Style heading = style(palette.heading(), palette.text());
		heading.setAttributeValue(CellStyleAttributes.FONT,
				JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		heading.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
		for (DisplayMode mode : new DisplayMode[]{DisplayMode.NORMAL, DisplayMode.SELECT}) {
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, heading, mode, GridRegion.COLUMN_HEADER);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, mode,
					GridRegion.COLUMN_HEADER);
		}
	}

	private void selection(IConfigRegistry registry) {
		DefaultSelectionStyleConfiguration styles = new DefaultSelectionStyleConfiguration();
		styles.selectionBgColor = palette.selection();
		styles.selectionFgColor = palette.text();
		styles.selectionFont = JFaceResources.getDefaultFont();
		styles.anchorBgColor = palette.selection();
		styles.anchorFgColor = palette.text();
		styles.configureRegistry(registry);
		Style anchor = style(palette.selection(), palette.text());
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, anchor, DisplayMode.SELECT,
				SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, new Style(), DisplayMode.NORMAL,
				SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
	}

	private static Style style(Color background, Color foreground) {
		Style style = new Style();
		style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background);
		style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground);
		return style;
	}
}
