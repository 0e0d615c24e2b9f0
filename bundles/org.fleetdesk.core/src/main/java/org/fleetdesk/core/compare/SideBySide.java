package org.fleetdesk.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.object.Difference;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.object.FieldPath;

/**
 * Two objects compared: field by field, and their texts line beside line. What only the server writes is no difference; what
 * Secrets hide stays hidden, but is told to differ. Immutable; made in a second or so for texts of megabytes.
 */
public final class SideBySide {
	private final Side left;
	private final Side right;
	private final List<Difference> differences;
	private final List<AlignedLine> lines;

	private SideBySide(Side left, Side right, List<Difference> differences) {
		this.left = left;
		this.right = right;
		this.differences = List.copyOf(differences);
		this.lines = List.copyOf(AlignedLine.of(left.document().text(), right.document().text(),
				owners(left.document(), Hand.LEFT), owners(right.document(), Hand.RIGHT)));
	}

	/**
	 * Compares two objects.
	 *
	 * @param placeless whether what belongs to their places is no difference either: names, addresses, made-up hashes
	 */
	public static SideBySide of(Side left, Side right, boolean placeless) {
		return new SideBySide(left, right,
				Differences.of(compared(left, placeless), compared(right, placeless)).list());
	}

	private static JsonNode compared(Side side, boolean placeless) {
		return placeless ? PlaceOwned.without(side.tree()) : side.tree();
	}

	/** One of the objects. */
	public Side side(Hand hand) {
		return hand == Hand.LEFT ? left : right;
	}

	/** Where they differ, field by field; added is what only the right one has. */
	public List<Difference> differences() {
		return differences;
	}

	/** Both texts, line beside line. */
	public List<AlignedLine> lines() {
		return lines;
	}

	/** Whether they are objects of two kinds, or of two versions of one. */
	public boolean kindsDiffer() {
		return !left.kind().equals(right.kind());
	}

	/** For each line of a side's text the index of the difference it belongs to, the smallest there is; -1 if none. */
	private int[] owners(Document document, Hand hand) {
		int[] owners = new int[document.lastLine() + 1];
		Arrays.fill(owners, -1);
		record Span(int first, int last, int difference) {
		}
		List<Span> spans = new ArrayList<>();
		for (int index = 0; index < differences.size(); index++) {
			int difference = index;
			if (value(differences.get(index), hand).isPresent()) {
				document.lines(path(differences.get(index), hand)).ifPresent(range -> spans
						.add(new Span(range.line(), document.lastLine(range), difference)));
			}
		}
		spans.sort(Comparator.comparingInt(span -> span.first() - span.last()));
		for (Span span : spans) {
			for (int line = span.first(); line <= span.last() && line < owners.length; line++) {
				owners[line] = span.difference();
			}
		}
		return owners;
	}

	/** Where a difference stands in one of the objects, or would. */
	static FieldPath path(Difference difference, Hand hand) {
		return hand == Hand.LEFT ? difference.inBefore() : difference.inAfter();
	}

	private static Optional<JsonNode> value(Difference difference, Hand hand) {
		return hand == Hand.LEFT ? difference.before() : difference.after();
	}

	/** Whether a difference can be taken over to a side. */
	public boolean copyable(Difference difference, Hand to) {
		return side(to).changeable(path(difference, to));
	}

	/**
	 * What a side's text says when it takes differences over from the other side; comments and order stay. What cannot be
	 * another ({@link #copyable}) stays as it is.
	 *
	 * @param which some of the differences
	 */
	public Side copied(Collection<Difference> which, Hand to) {
		Side target = side(to);
		Copying copying = new Copying(target.text(), target.number(), side(to.other()).tree());
		for (Difference difference : differences.reversed()) { // indexes of what stands before stay true
			if (which.contains(difference) && copyable(difference, to)) {
				take(difference, to, copying);
			}
		}
		return target.with(copying.text());
	}

	private static void take(Difference difference, Hand hand, Copying copying) {
		FieldPath from = path(difference, hand.other());
		FieldPath to = path(difference, hand);
		if (value(difference, hand.other()).isEmpty()) {
			copying.remove(to);
		} else if (value(difference, hand).isEmpty()) {
			copying.add(from, to);
		} else if (difference.order()) {
			copying.sort(from, to);
		} else {
			copying.change(from, to);
		}
	}
}
