package org.fleetdesk.core.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.object.ServerOwned;
import org.fleetdesk.core.object.YamlText;

/**
 * One of two objects that are compared: an object of a cluster with its text, or a document of a file. Immutable; making
 * one reads its text, which takes a moment for a long one.
 */
public final class Side {
	private static final List<FieldPath> FIXED = List.of(FieldPath.of("apiVersion"), FieldPath.of("kind"),
			FieldPath.of("metadata", "name"), FieldPath.of("metadata", "namespace"));

	private final Optional<JsonNode> base;
	private final String text;
	private final int number;
	private final ObjectNode tree;
	private final Document document;
	private final Document shown;

	private Side(Optional<JsonNode> base, String text, int number) {
		this.base = base;
		this.text = text;
		this.number = number;
		List<Document> documents = Documents.parse(text).documents();
		if (number < 1 || number > documents.size()) {
			throw new IllegalArgumentException("document " + number + " of " + documents.size());
		}
		document = documents.get(number - 1);
		tree = document.tree().orElseThrow(() -> new IllegalArgumentException("document " + number + " is wrong"));
		shown = shown();
	}

	/** A document of its own for the screen. */
	private Document shown() {
		if (!secret()) {
			Documents alone = Documents.parse(document.text());
			Optional<Document> same = alone.documents().size() == 1
					? alone.documents().stream().filter(d -> d.tree().filter(tree::equals).isPresent()).findFirst()
					: Optional.empty();
			if (same.isPresent()) {
				return same.get();
			}
		}
		return Documents.parse(YamlText.of(SecretData.masked(tree))).documents().getFirst();
	}

	/** An object of a cluster, without what only the server writes. */
	public static Side of(JsonNode object) {
		return new Side(Optional.of(object), YamlText.of(ServerOwned.without(object)), 1);
	}

	/** An object of a cluster, its fields in the order that another object has them. */
	public static Side of(JsonNode object, JsonNode like) {
		return new Side(Optional.of(object),
				YamlText.of(Differences.arranged(ServerOwned.without(object), ServerOwned.without(like))), 1);
	}

	/**
	 * A document of a file.
	 *
	 * @param number which of the file's, from 1
	 * @throws IllegalArgumentException if there is no such document, or it has an error
	 */
	public static Side of(String text, int number) {
		return new Side(Optional.empty(), text, number);
	}

	/**
	 * The same with another text.
	 *
	 * @throws IllegalArgumentException if that text has no such document, or it has an error
	 */
	public Side with(String other) {
		return other.equals(text) ? this : new Side(base, other, number);
	}

	/** The object of the cluster as it was when the text was begun; empty if it is a file's. */
	public Optional<JsonNode> base() {
		return base;
	}

	/** The whole text: the object's, or the file's. */
	public String text() {
		return text;
	}

	/** Which of the text's documents it is, from 1. */
	public int number() {
		return number;
	}

	/** The object as the text says, a copy. */
	public ObjectNode tree() {
		return tree.deepCopy();
	}

	/** Whether it is a Secret, whose values are hidden. */
	public boolean secret() {
		return SecretData.secret(tree);
	}

	/** Its kind with its version: "apps/v1 Deployment". */
	public String kind() {
		return tree.path("apiVersion").asText() + " " + tree.path("kind").asText();
	}

	/** The document as it may be shown. */
	Document document() {
		return shown;
	}

	/** Whether a field can be another: what an object of a cluster is called and of which kind it is stays. */
	boolean changeable(FieldPath path) {
		Objects.requireNonNull(path);
		return base.isEmpty() || FIXED.stream().noneMatch(path::equals);
	}
}
