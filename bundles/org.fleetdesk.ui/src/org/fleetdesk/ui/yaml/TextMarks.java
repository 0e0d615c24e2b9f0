package org.fleetdesk.ui.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.AnnotationRulerColumn;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.IAnnotationAccessExtension;
import org.eclipse.jface.text.source.ImageUtilities;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import org.fleetdesk.ui.table.Palette;

import org.jspecify.annotations.Nullable;

/** Marks in a text: icons beside the lines, waves below the words, and what they say. Belongs to the UI thread. */
final class TextMarks {
	private static final String PROBLEM = "org.fleetdesk.ui.annotation.problem";
	private static final String REMARK = "org.fleetdesk.ui.annotation.remark";
	private static final String WAVE = "wave";
	private static final int WIDTH = 16;
	private static final int STEP = 2;

	private final AnnotationModel model = new AnnotationModel();
	private final Access access = new Access();
	private final Supplier<IDocument> document;
	private @Nullable AnnotationPainter painter;
	private List<TextMark> shown = List.of();

	TextMarks(Supplier<IDocument> document) {
		this.document = document;
	}

	AnnotationModel model() {
		return model;
	}

	AnnotationRulerColumn column() {
		AnnotationRulerColumn column = new AnnotationRulerColumn(model, WIDTH, access);
		column.addAnnotationType(PROBLEM);
		column.addAnnotationType(REMARK);
		return column;
	}

	void paintOn(SourceViewer viewer) {
		AnnotationPainter waves = new AnnotationPainter(viewer, access);
		waves.addDrawingStrategy(WAVE, TextMarks::wave);
		waves.addAnnotationType(PROBLEM, WAVE);
		waves.addAnnotationType(REMARK, WAVE);
		viewer.addPainter(waves);
		painter = waves;
	}

	private static void wave(Annotation annotation, @Nullable GC gc, StyledText text, int offset, int length,
			@Nullable Color color) {
		if (gc == null || color == null) {
			text.redrawRange(offset, length, true);
			return;
		}
		Point from = text.getLocationAtOffset(offset);
		Point to = text.getLocationAtOffset(offset + length);
		int bottom = from.y + text.getLineHeight(offset) - 1;
		int steps = Math.max(2, (to.x - from.x) / STEP);
		int[] points = new int[2 * steps];
		for (int step = 0; step < steps; step++) {
			points[2 * step] = from.x + step * STEP;
			points[2 * step + 1] = bottom - (step % 2) * STEP;
		}
		gc.setForeground(color);
		gc.drawPolyline(points);
	}

	void themed(Palette palette) {
		if (painter != null) {
			painter.setAnnotationTypeColor(PROBLEM, palette.bad());
			painter.setAnnotationTypeColor(REMARK, palette.key());
			painter.paint(org.eclipse.jface.text.IPainter.CONFIGURATION);
		}
	}

	/** Marks these places and no others. */
	void show(List<TextMark> marks) {
		if (marks.equals(shown)) {
			return;
		}
		shown = List.copyOf(marks);
		Map<Annotation, Position> added = new HashMap<>();
		for (TextMark mark : marks) {
			place(mark).ifPresent(position -> added
					.put(new Annotation(mark.problem() ? PROBLEM : REMARK, false, mark.message()), position));
		}
		model.removeAllAnnotations();
		added.forEach(model::addAnnotation);
	}

	List<TextMark> shown() {
		return shown;
	}

	/** Where a mark stands: from its column, or the first character of its line, to the line's end. */
	Optional<Position> place(TextMark mark) {
		try {
			IDocument text = document.get();
			int number = Math.clamp(mark.line() - 1L, 0, text.getNumberOfLines() - 1);
			IRegion line = text.getLineInformation(number);
			String words = text.get(line.getOffset(), line.getLength());
			int start = mark.column() > 0 ? mark.column() - 1 : LineEdits.indent(words);
			start = Math.clamp(start, 0, Math.max(0, line.getLength() - 1));
			return Optional.of(new Position(line.getOffset() + start,
					Math.max(line.getLength() > 0 ? 1 : 0, words.stripTrailing().length() - start)));
		} catch (BadLocationException e) {
			return Optional.empty(); // the text is another by now
		}
	}

	/** What the ruler asks of a mark. */
	private static final class Access implements IAnnotationAccess, IAnnotationAccessExtension {

		private static Image image(Annotation annotation) {
			return PlatformUI.getWorkbench().getSharedImages().getImage(annotation.getType().equals(PROBLEM)
					? ISharedImages.IMG_OBJS_ERROR_TSK
					: ISharedImages.IMG_OBJS_INFO_TSK);
		}

		@Override
		public void paint(Annotation annotation, GC gc, Canvas canvas, Rectangle bounds) {
			ImageUtilities.drawImage(image(annotation), gc, canvas, bounds, SWT.CENTER, SWT.TOP);
		}

		@Override
		public boolean isPaintable(Annotation annotation) {
			return true;
		}

		@Override
		public String getTypeLabel(Annotation annotation) {
			return annotation.getText();
		}

		@Override
		public int getLayer(Annotation annotation) {
			return annotation.getType().equals(PROBLEM) ? 1 : IAnnotationAccessExtension.DEFAULT_LAYER;
		}

		@Override
		public boolean isSubtype(Object annotationType, Object potentialSupertype) {
			return annotationType.equals(potentialSupertype);
		}

		@Override
		public Object[] getSupertypes(Object annotationType) {
			return new Object[0];
		}

		@Override
		public Object getType(Annotation annotation) {
			return annotation.getType();
		}

		@Override
		public boolean isMultiLine(Annotation annotation) {
			return true;
		}

		@Override
		public boolean isTemporary(Annotation annotation) {
			return true;
		}
	}
}
