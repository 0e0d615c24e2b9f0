package org.fleetdesk.tests.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.junit.jupiter.api.Test;

import org.fleetdesk.ui.yaml.LineEdits;
import org.fleetdesk.ui.yaml.YamlBlocks;

class LineEditsTest {

	private interface Change {
		LineEdits.Edit of(LineEdits lines) throws BadLocationException;
	}

	/** The text after a change; a bar stands for the caret, two for a selection. */
	private static String after(String text, Change change) throws BadLocationException {
		int start = text.indexOf('|');
		int end = text.lastIndexOf('|');
		String plain = text.replace("|", "");
		Document document = new Document(plain);
		LineEdits.Edit edit = change.of(new LineEdits(document, start, Math.max(0, end - start - 1)));
		document.replace(edit.offset(), edit.length(), edit.text());
		StringBuilder result = new StringBuilder(document.get());
		if (edit.selected() > 0) {
			result.insert(edit.selection() + edit.selected(), '|');
		}
		return result.insert(edit.selection(), '|').toString();
	}

	@Test
	void enterKeepsTheDepthAndGoesFurtherInBelowAKey() throws BadLocationException {
		assertEquals("  a: 1\n  |", after("  a: 1|", LineEdits::newLine));
		assertEquals("spec:\n  |", after("spec:|", LineEdits::newLine));
		assertEquals("- name: a\n  |", after("- name: a|", LineEdits::newLine));
		assertEquals("- env: # all\n    |", after("- env: # all|", LineEdits::newLine));
		assertEquals("# note:\n|", after("# note:|", LineEdits::newLine));
	}

	@Test
	void tabGoesToTheNextStepAndMovesSelectedLines() throws BadLocationException {
		assertEquals("a   |: 1", after("a |: 1", LineEdits::tab));
		assertEquals("a |: 1", after("a|: 1", LineEdits::tab));
		assertEquals("|  a: 1\n  b: 2|", after("|a: 1\nb: 2|", LineEdits::tab));
		assertEquals("|a: 1\nb: 2|", after("|  a: 1\n b: 2|", LineEdits::outdent));
	}

	@Test
	void linesBecomeCommentsAndLinesAgain() throws BadLocationException {
		assertEquals("|  # a:\n  #   b: 1|", after("|  a:\n    b: 1|", LineEdits::toggleComment));
		assertEquals("|  a:\n    b: 1|", after("|  # a:\n  #   b: 1|", LineEdits::toggleComment));
	}

	@Test
	void linesAreMovedCopiedAndDeleted() throws BadLocationException {
		assertEquals("b\na|\nc", after("a|\nb\nc", l -> l.move(true)));
		assertEquals("b|\na\nc", after("a\nb|\nc", l -> l.move(false)));
		assertEquals("a\nb|", after("a\nb|", l -> l.move(true)));
		assertEquals("a\na|\nb", after("a|\nb", l -> l.copy(true)));
		assertEquals("|b", after("a|\nb", LineEdits::delete));
		assertEquals("a|", after("a\nb|", LineEdits::delete));
	}

	@Test
	void whatStandsInABlockIsKnown() {
		assertEquals("{1, 2, 3}", YamlBlocks.of("a: |-\n  x: 1\n\n  # y\nb: 2\n").toString());
	}
}
