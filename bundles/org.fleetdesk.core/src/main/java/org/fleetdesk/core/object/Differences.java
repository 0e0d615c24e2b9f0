package org.fleetdesk.core.object;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * In what an object differs from an earlier one, field by field and as text. What only the server writes is left out, and
 * what Secrets hide stays hidden, but is told to differ. Immutable.
 *
 * @param list field by field, in the order of the object after, what was removed where it stood
 * @param text both as one text
 */
public record Differences(List<Difference> list, TextDifferences text) {
	public Differences {
		list = List.copyOf(list);
	}

	/**
	 * Compares two objects.
	 *
	 * @param before the earlier one; a missing or null node if there was none
	 * @param after the later one; a missing or null node if there is none
	 */
	public static Differences of(JsonNode before, JsonNode after) {
		JsonNode left = ServerOwned.without(before);
		JsonNode right = Comparison.inOrderOf(left, ServerOwned.without(after));
		JsonNode masked = SecretData.masked(left);
		JsonNode maskedAfter = SecretData.masked(right, left);
		return new Differences(new Comparison().compare(masked, maskedAfter),
				TextDifferences.of(text(masked), text(maskedAfter)));
	}

	/** An object with the fields of its maps in the order of another's, which means the same to a server. */
	public static JsonNode arranged(JsonNode object, JsonNode like) {
		return Comparison.inOrderOf(like, object);
	}

	/** A list with the items that another has too in the order of that; what only it has stays in its place. */
	public static JsonNode sorted(JsonNode list, JsonNode like) {
		return Comparison.sorted(list, like);
	}

	private static String text(JsonNode object) {
		return object.isMissingNode() || object.isNull() ? "" : YamlText.of(object);
	}

	/** Whether they are the same to a server. */
	public boolean isEmpty() {
		return list.isEmpty();
	}

	/** The lines to show, with so many equal ones around each that differs. */
	public List<DiffLine> lines(int context) {
		return text.lines(context);
	}

	/** As {@code diff -u} writes it; empty if no line differs. */
	public String unified(String fromName, String toName) {
		return text.unified(fromName, toName);
	}
}
