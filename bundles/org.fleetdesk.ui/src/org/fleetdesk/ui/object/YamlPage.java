package org.fleetdesk.ui.object;

import java.util.BitSet;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.fleetdesk.ui.table.Palette;

/** Shows YAML, to be read: highlighted line by line as lines are painted, numbered, searchable. Belongs to the UI thread. */
final class YamlPage {
	/** What someone asks of the text. */
	interface Owner {
		/** Shows the text otherwise. */
		void options(YamlDocument.Options options);
	}

	private final SourceViewer viewer;
	private final LineNumberRulerColumn numbers = new LineNumberRulerColumn();
	private YamlDocument document = YamlDocument.NOTHING;
	private YamlDocument.Options options = new YamlDocument.Options(false, false);
	private BitSet block = new BitSet();
	private boolean secret;
	private Palette palette;

	YamlPage(Composite parent, Owner owner) {
		palette = Palette.of(parent);
		CompositeRuler ruler = new CompositeRuler(6);
		ruler.addDecorator(0, numbers);
		viewer = new SourceViewer(parent, ruler, null, false, SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI);
		viewer.setEditable(false);
		viewer.setDocument(new Document(""));
		StyledText text = viewer.getTextWidget();
		text.setFont(JFaceResources.getTextFont());
		text.setMargins(6, 0, 6, 6); // with a margin above, the ruler finds no line to number
		text.addLineStyleListener(this::style);
		numbers.setFont(JFaceResources.getTextFont());
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(m -> {
			m.add(action(Messages.copy, text::copy, SWT.NONE, false));
			m.add(action(Messages.copy_all, this::copyAll, SWT.NONE, false));
			m.add(new Separator());
			m.add(action(Messages.managed_fields, () -> owner.options(new YamlDocument.Options(!options.managed(),
					options.revealed())), SWT.CHECK, options.managed()));
			if (secret) {
				m.add(action(Messages.reveal, () -> owner.options(new YamlDocument.Options(options.managed(),
						!options.revealed())), SWT.CHECK, options.revealed()));
			}
		});
		text.setMenu(menu.createContextMenu(text));
	}

	private static Action action(String label, Runnable work, int style, boolean checked) {
		Action action = new Action(label, style == SWT.CHECK ? Action.AS_CHECK_BOX : Action.AS_PUSH_BUTTON) {
			@Override
			public void run() {
				work.run();
			}
		};
		if (style == SWT.CHECK) {
			action.setChecked(checked);
		}
		return action;
	}

	Control control() {
		return viewer.getControl();
	}

	/** The text's widget. */
	StyledText text() {
		return viewer.getTextWidget();
	}

	/** What the workbench's find dialog searches. */
	IFindReplaceTarget findTarget() {
		return viewer.getFindReplaceTarget();
	}

	/** Copies the whole text, cut lines included. */
	void copyAll() {
		if (!document.whole().isEmpty()) {
			Clipboard clipboard = new Clipboard(null);
			clipboard.setContents(new Object[]{document.whole()}, new Transfer[]{TextTransfer.getInstance()});
			clipboard.dispose();
		}
	}

	/** Shows a document; where it is read and what is selected stays. */
	void show(YamlDocument newest, YamlDocument.Options shownBy, boolean isSecret) {
		options = shownBy;
		secret = isSecret;
		if (newest.shown().equals(document.shown())) {
			document = newest;
			return;
		}
		document = newest;
		block = newest.block();
		StyledText text = viewer.getTextWidget();
		int top = text.getTopPixel();
		int horizontal = text.getHorizontalPixel();
		var selection = viewer.getSelectedRange();
		viewer.setDocument(new Document(newest.shown()));
		int length = newest.shown().length();
		int start = Math.min(selection.x, length);
		viewer.setSelectedRange(start, Math.min(selection.y, length - start));
		text.setTopPixel(top);
		text.setHorizontalPixel(horizontal);
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
	void themed(Palette newest) {
		if (!newest.equals(palette)) {
			palette = newest;
			StyledText text = viewer.getTextWidget();
			text.setBackground(newest.paper());
			text.setForeground(newest.text());
			numbers.setBackground(newest.paper());
			numbers.setForeground(newest.faint());
			text.redraw();
			numbers.redraw();
		}
	}
}
