package org.fleetdesk.core.details;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fleetdesk.core.live.CellText;

/**
 * Something that an object says. Immutable.
 *
 * @param name what it is
 * @param path where it stands in the object, empty if it is made of several things
 * @param pieces what it is made of, mostly one; none for nothing
 */
public record Value(String name, String path, List<Piece> pieces) {
	/**
	 * A piece of a value.
	 *
	 * @param cell a String, Long, Double, Boolean or {@link Instant}
	 * @param type what it is, as {@link org.fleetdesk.kube.read.Column#type}
	 * @param link where it leads
	 */
	public record Piece(Object cell, String type, Optional<Link> link) {
		public Piece {
			Objects.requireNonNull(cell);
			Objects.requireNonNull(type);
			Objects.requireNonNull(link);
		}

		/** As people read it, ages as of now. */
		public String text(Instant now) {
			return CellText.of(cell, type, now);
		}
	}

	public Value {
		Objects.requireNonNull(name);
		Objects.requireNonNull(path);
		pieces = List.copyOf(pieces);
	}

	/** A text without a link. */
	static Value of(String name, String path, String text) {
		return of(name, path, text, Optional.empty());
	}

	/** A text; an empty one is nothing. */
	static Value of(String name, String path, String text, Optional<Link> link) {
		return new Value(name, path, text.isEmpty() ? List.of() : List.of(new Piece(text, "string", link)));
	}

	/** A moment. */
	static Value of(String name, String path, Instant moment) {
		return new Value(name, path, List.of(new Piece(moment, CellText.DATE, Optional.empty())));
	}

	/** Whether there is nothing to show. */
	public boolean isEmpty() {
		return pieces.isEmpty();
	}

	/** As people read it, ages as of now; with commas between the pieces. */
	public String text(Instant now) {
		return pieces.stream().map(piece -> piece.text(now)).collect(Collectors.joining(", "));
	}
}
