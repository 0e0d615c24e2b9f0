package org.fleetdesk.ui.yaml;

import java.util.BitSet;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.CursorLinePainter;
import org.eclipse.jface.text.DefaultTextHover;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.IUndoManager;
import org.eclipse.jface.text.TextViewerUndoManager;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.VerifyEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.fleetdesk.ui.table.Palette;

/**
 * A text of YAML: highlighted line by line as lines are painted, numbered, searchable, edited if its owner lets it be, with
 * marks at its lines. Belongs to the UI thread; its widget is disposed with its parent.
 */
public final class YamlPane {
	private static final int UNDO_STEPS = 100_000;
	/** Up to this size the structure is looked at with every key, without anyone noticing. */
	private static final int SMALL = 200_000;

	/** Told of a change that somebody typed. */
	@FunctionalInterface
	public interface Typing {
		/** The text is another. */
		void typed();
	}

	private final SourceViewer viewer;
	private final LineNumberRulerColumn numbers = new LineNumberRulerColumn();
	private final TextMarks marks;
	private final CursorLinePainter cursorLine;
	private final Typing typing;
	private BitSet block = new BitSet();
	private boolean showing;
	private Palette palette;

	/** A pane below a parent. */
	public YamlPane(Composite parent, Typing typing) {
		this.typing = typing;
		palette = Palette.of(parent);
		CompositeRuler ruler = new CompositeRuler(6);
		viewer = new SourceViewer(parent, ruler, null, false, SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI);
		marks = new TextMarks(viewer::getDocument);
		ruler.addDecorator(0, marks.column());
		ruler.addDecorator(1, numbers);
		viewer.configure(new Configuration());
		viewer.setDocument(document(""), marks.model());
		viewer.setEditable(false);
		StyledText text = viewer.getTextWidget();
		text.setFont(JFaceResources.getTextFont());
		text.setTabs(2);
		text.setMargins(6, 0, 6, 6); // with a margin above, the ruler finds no line to number
		text.addLineStyleListener(this::style);
		text.addTraverseListener(event -> {
			if (viewer.isEditable() && event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
				event.doit = false; // Shift+Tab moves lines
			}
		});
		viewer.prependVerifyKeyListener(this::key);
		cursorLine = new CursorLinePainter(viewer);
		viewer.addPainter(cursorLine);
		marks.paintOn(viewer);
		numbers.setFont(JFaceResources.getTextFont());
	}

	private static final class Configuration extends SourceViewerConfiguration {
		@Override
		public IUndoManager getUndoManager(ISourceViewer sourceViewer) {
			return new TextViewerUndoManager(UNDO_STEPS);
		}

		@Override
		public IAnnotationHover getAnnotationHover(ISourceViewer sourceViewer) {
			return new DefaultAnnotationHover();
		}

		@Override
		public ITextHover getTextHover(ISourceViewer sourceViewer, String contentType) {
			return new DefaultTextHover(sourceViewer);
		}
	}

	private IDocument document(String text) {
		Document document = new Document(text);
		document.addDocumentListener(new ChangeListener());
		return document;
	}

	private final class ChangeListener implements org.eclipse.jface.text.IDocumentListener {
		@Override
		public void documentAboutToBeChanged(org.eclipse.jface.text.DocumentEvent event) {
			// only what comes of it matters
		}

		@Override
		public void documentChanged(org.eclipse.jface.text.DocumentEvent event) {
			if (event.getDocument().getLength() <= SMALL) {
				structure(YamlBlocks.of(event.getDocument().get()));
			}
			if (!showing) {
				typing.typed();
			}
		}
	}

	/** What it is made of, for its place in a layout. */
	public Control control() {
		return viewer.getControl();
	}

	/** The text's widget. */
	public StyledText widget() {
		return viewer.getTextWidget();
	}

	/** The text now. */
	public String text() {
		return viewer.getDocument().get();
	}

	/** What the workbench's find dialog searches. */
	public IFindReplaceTarget findTarget() {
		return viewer.getFindReplaceTarget();
	}

	/** Whether the text may be typed into. */
	public void editable(boolean wanted) {
		if (viewer.isEditable() != wanted) {
			viewer.setEditable(wanted);
		}
	}

	/** Whether the text may be typed into. */
	public boolean editable() {
		return viewer.isEditable();
	}

	/** Shows another text; where it is read and what is selected stays, what could be undone goes. */
	public void show(String newest, BitSet blocks) {
		if (newest.equals(text())) {
			return;
		}
		StyledText text = viewer.getTextWidget();
		int top = text.getTopPixel();
		int horizontal = text.getHorizontalPixel();
		Point selection = viewer.getSelectedRange();
		showing = true;
		try {
			block = blocks;
			viewer.setDocument(document(newest), marks.model());
		} finally {
			showing = false;
		}
		int start = Math.min(selection.x, newest.length());
		viewer.setSelectedRange(start, Math.min(selection.y, newest.length() - start));
		text.setTopPixel(top);
		text.setHorizontalPixel(horizontal);
	}

	/** Puts another text in as if somebody had typed it: it can be undone. */
	public void type(String newest) {
		if (!newest.equals(text())) {
			Point selection = viewer.getSelectedRange();
			change(new LineEdits.Edit(0, viewer.getDocument().getLength(), newest,
					Math.min(selection.x, newest.length()), 0));
		}
	}

	/** Which lines stand in block scalars, newer than what was known. */
	public void structure(BitSet blocks) {
		if (!blocks.equals(block)) {
			block = blocks;
			viewer.getTextWidget().redraw();
		}
	}

	/** Marks these places and no others. */
	public void mark(List<TextMark> wanted) {
		marks.show(wanted);
	}

	/** The places that are marked. */
	public List<TextMark> marks() {
		return marks.shown();
	}

	/** Puts the cursor to a mark and shows it. */
	public void go(TextMark mark) {
		marks.place(mark).ifPresent(place -> {
			viewer.setSelectedRange(place.getOffset(), 0);
			viewer.revealRange(place.getOffset(), place.getLength());
			viewer.getTextWidget().setFocus();
		});
	}

	/** Puts the cursor to the next problem below it, else to the first. */
	void goToNext() {
		int at = viewer.getSelectedRange().x;
		List<TextMark> all = marks.shown();
		all.stream().filter(m -> marks.place(m).filter(p -> p.getOffset() > at).isPresent()).findFirst()
				.or(() -> all.stream().findFirst()).ifPresent(this::go);
	}

	/** Where the cursor is, from the text's start. */
	public int caret() {
		return viewer.getSelectedRange().x;
	}

	/** Puts the cursor somewhere and shows it. */
	public void caret(int offset) {
		int at = Math.clamp(offset, 0, viewer.getDocument().getLength());
		viewer.setSelectedRange(at, 0);
		viewer.revealRange(at, 0);
	}

	/** Whether the viewer can do one of its operations now. */
	boolean can(int operation) {
		return viewer.canDoOperation(operation);
	}

	/** Does one of the viewer's operations, such as {@link ITextOperationTarget#UNDO}. */
	void doOperation(int operation) {
		if (viewer.canDoOperation(operation)) {
			viewer.doOperation(operation);
		}
	}

	/** Changes lines of an editable text. */
	interface LineChange {
		/** The change for the selection. */
		LineEdits.Edit of(LineEdits lines) throws BadLocationException;
	}

	/** Changes the lines of the selection, if the text is editable. */
	void edit(LineChange change) {
		if (viewer.isEditable()) {
			Point selection = viewer.getSelectedRange();
			try {
				change(change.of(new LineEdits(viewer.getDocument(), selection.x, selection.y)));
			} catch (BadLocationException e) {
				throw new IllegalStateException(e); // a selection is within its document
			}
		}
	}

	private void change(LineEdits.Edit edit) {
		IRewriteTarget target = viewer.getRewriteTarget();
		target.beginCompoundChange();
		try {
			if (edit.length() > 0 || !edit.text().isEmpty()) {
				viewer.getDocument().replace(edit.offset(), edit.length(), edit.text());
			}
			viewer.setSelectedRange(edit.selection(), edit.selected());
			viewer.revealRange(edit.selection(), edit.selected());
		} catch (BadLocationException e) {
			throw new IllegalStateException(e); // the edit was made for this document
		} finally {
			target.endCompoundChange();
		}
	}

	private void key(VerifyEvent event) {
		boolean plain = (event.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) == 0;
		if (!plain || !viewer.isEditable()) {
			return;
		}
		if (event.character == SWT.TAB) {
			event.doit = false;
			edit((event.stateMask & SWT.SHIFT) == 0 ? LineEdits::tab : LineEdits::outdent);
		} else if (event.character == SWT.CR && (event.stateMask & SWT.SHIFT) == 0) {
			event.doit = false;
			edit(LineEdits::newLine);
		}
	}

	private void style(LineStyleEvent event) {
		Palette colors = palette;
		int line = viewer.getTextWidget().getLineAtOffset(event.lineOffset);
		List<YamlTokens.Token> tokens = YamlTokens.of(event.lineText, block.get(line));
		event.styles = tokens.stream().map(token -> new StyleRange(event.lineOffset + token.start(), token.length(),
				color(colors, token.kind()), null)).toArray(StyleRange[]::new);
	}

	private static Color color(Palette colors, YamlTokens.Kind kind) {
		return switch (kind) {
			case KEY -> colors.key();
			case STRING -> colors.string();
			case LITERAL -> colors.number();
			case COMMENT -> colors.faint();
		};
	}

	/** Takes the theme's colours, if they are others than before. */
	public void themed(Palette newest) {
		if (!newest.equals(palette)) {
			palette = newest;
			StyledText text = viewer.getTextWidget();
			text.setBackground(newest.paper());
			text.setForeground(newest.text());
			numbers.setBackground(newest.paper());
			numbers.setForeground(newest.faint());
			cursorLine.setHighlightColor(newest.stripe());
			marks.themed(newest);
			text.redraw();
			numbers.redraw();
		}
	}
}
