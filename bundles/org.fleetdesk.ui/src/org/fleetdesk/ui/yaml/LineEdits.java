package org.fleetdesk.ui.yaml;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/**
 * What keys do to the lines of a document: each method gives the change for a selection and changes nothing itself. Lines
 * end with a line feed.
 */
public final class LineEdits {
	private static final String STEP = "  ";

	/**
	 * A change.
	 *
	 * @param offset where text is replaced
	 * @param length how much of it
	 * @param text by what
	 * @param selection where the selection begins then
	 * @param selected how long it is then
	 */
	public record Edit(int offset, int length, String text, int selection, int selected) {
	}

	/** The whole lines that a selection touches; a line at whose start it ends is not one of them. */
	private record Lines(IDocument document, int first, int last, int selection, int selected) {
		static Lines of(IDocument document, int offset, int length) throws BadLocationException {
			int first = document.getLineOfOffset(offset);
			int last = document.getLineOfOffset(offset + length);
			boolean endsBefore = last > first && document.getLineOffset(last) == offset + length;
			return new Lines(document, first, endsBefore ? last - 1 : last, offset, length);
		}

		int start() throws BadLocationException {
			return document.getLineOffset(first);
		}

		/** Behind the last line's text, before its end. */
		int end() throws BadLocationException {
			IRegion line = document.getLineInformation(last);
			return line.getOffset() + line.getLength();
		}

		String text() throws BadLocationException {
			return document.get(start(), end() - start());
		}

		/** Each line changed; a caret stays where it is in its line, a selection covers the lines. */
		Edit each(UnaryOperator<String> change) throws BadLocationException {
			List<String> old = List.of(text().split("\n", -1));
			String changed = String.join("\n", old.stream().map(change).toList());
			if (selected == 0) {
				int behind = end() - selection;
				int caret = Math.max(start(), start() + changed.length() - behind);
				return new Edit(start(), end() - start(), changed, caret, 0);
			}
			return new Edit(start(), end() - start(), changed, start(), changed.length());
		}
	}

	private final IDocument document;
	private final int offset;
	private final int length;

	/** Changes for a selection in a document. */
	public LineEdits(IDocument document, int offset, int length) {
		this.document = document;
		this.offset = offset;
		this.length = length;
	}

	/** How many blanks a line begins with. */
	static int indent(String line) {
		int indent = 0;
		while (indent < line.length() && line.charAt(indent) == ' ') {
			indent++;
		}
		return indent;
	}

	/** A new line as far in as this one, further after a key without a value or the head of a block. */
	public Edit newLine() throws BadLocationException {
		int start = document.getLineInformationOfOffset(offset).getOffset();
		String before = document.get(start, offset - start);
		String text = "\n" + " ".repeat(depth(before));
		return new Edit(offset, length, text, offset + text.length(), 0);
	}

	private static int depth(String before) {
		int depth = indent(before);
		String content = before.substring(depth);
		String said = content.replaceFirst("\\s+#.*$", "").stripTrailing();
		while (content.startsWith("- ")) {
			int dash = 2 + indent(content.substring(2));
			depth += dash;
			content = content.substring(dash);
		}
		boolean opens = said.endsWith(":") || said.matches(".*(:|-) [|>][-+0-9]*");
		return opens && !content.startsWith("#") ? depth + STEP.length() : depth;
	}

	/** Blanks up to the next step at the caret; every line further in if several are selected. */
	public Edit tab() throws BadLocationException {
		Lines lines = Lines.of(document, offset, length);
		if (lines.first() == lines.last() && document.getLineOfOffset(offset + length) == lines.last()) {
			int column = offset - document.getLineOffset(lines.first());
			String blanks = " ".repeat(STEP.length() - column % STEP.length());
			return new Edit(offset, length, blanks, offset + blanks.length(), 0);
		}
		return lines.each(line -> line.isBlank() ? line : STEP + line);
	}

	/** Every line of the selection one step further out. */
	public Edit outdent() throws BadLocationException {
		return Lines.of(document, offset, length).each(line -> line.substring(Math.min(STEP.length(), indent(line))));
	}

	/** Every line made a comment, or none of them if all are. */
	public Edit toggleComment() throws BadLocationException {
		Lines lines = Lines.of(document, offset, length);
		List<String> written = lines.text().lines().filter(line -> !line.isBlank()).toList();
		if (!written.isEmpty() && written.stream().allMatch(line -> line.stripLeading().startsWith("#"))) {
			return lines.each(line -> line.replaceFirst("# ?", ""));
		}
		int column = written.stream().mapToInt(LineEdits::indent).min().orElse(0);
		return lines.each(
				line -> line.isBlank() ? line : line.substring(0, column) + "# " + line.substring(column));
	}

	/** The lines once more, below or above; what is selected moves to the copy. */
	public Edit copy(boolean down) throws BadLocationException {
		Lines lines = Lines.of(document, offset, length);
		String text = lines.text() + "\n";
		return new Edit(lines.start(), 0, text, down ? offset + text.length() : offset, length);
	}

	/** The lines in the place of the line below or above. */
	public Edit move(boolean down) throws BadLocationException {
		Lines lines = Lines.of(document, offset, length);
		int other = down ? lines.last() + 1 : lines.first() - 1;
		if (other < 0 || other >= document.getNumberOfLines()) {
			return new Edit(offset, 0, "", offset, length);
		}
		IRegion beside = document.getLineInformation(other);
		String text = document.get(beside.getOffset(), beside.getLength());
		Function<Integer, Integer> selection = by -> offset + by * (text.length() + 1);
		return down
				? new Edit(lines.start(), beside.getOffset() + beside.getLength() - lines.start(),
						text + "\n" + lines.text(), selection.apply(1), length)
				: new Edit(beside.getOffset(), lines.end() - beside.getOffset(), lines.text() + "\n" + text,
						selection.apply(-1), length);
	}

	/** Without the lines. */
	public Edit delete() throws BadLocationException {
		Lines lines = Lines.of(document, offset, length);
		boolean last = lines.last() + 1 == document.getNumberOfLines();
		int start = last && lines.start() > 0 ? lines.start() - 1 : lines.start();
		int end = last ? lines.end() : document.getLineOffset(lines.last() + 1);
		return new Edit(start, end - start, "", last ? start : lines.start(), 0);
	}
}
