package org.fleetdesk.ui.related;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.Renewal;
import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Gap;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.Relations;

/**
 * What the page shows of one object, arranged on threads of its own. Safe for any thread; the page closes it,
 * and with it the relations.
 */
final class RelatedModel implements AutoCloseable {
	/**
	 * What is shown.
	 *
	 * @param roots the first level of the tree
	 * @param all all entries by their place
	 * @param gaps what is not looked at
	 * @param loading whether some of it has not arrived yet
	 */
	record Content(List<RelatedEntry> roots, Map<List<String>, RelatedEntry> all, List<Gap> gaps, boolean loading) {
		static final Content NOTHING = new Content(List.of(), Map.of(), List.of(), true);
	}

	private static final long GAP_MILLIS = 100;

	private final Relations relations;
	private final Id id;
	private final UnaryOperator<String> words;
	private final Listeners listeners = new Listeners();
	private final Registration registration;
	private final Renewal arranging;
	private volatile Content content = Content.NOTHING;
	private final Set<Id> open = new LinkedHashSet<>(); // guarded by this

	/**
	 * What an object has to do with others; the relations belong to this from now on.
	 *
	 * @param words a relation's name in the language of the program
	 */
	RelatedModel(Relations relations, Id id, UnaryOperator<String> words, Background background) {
		this.relations = relations;
		this.id = id;
		this.words = words;
		this.arranging = new Renewal(background, this::arrange, () -> {
			// there is nothing to give back
		}, took -> Math.max(GAP_MILLIS, 2 * took));
		this.registration = relations.listen(arranging::touch);
		relations.look(id);
	}

	/** The newest content. */
	Content content() {
		return content;
	}

	/** Tells that there is newer content, on any thread. */
	Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Looks at an object below the first, too. */
	void open(Id other) {
		synchronized (this) {
			open.add(other);
		}
		relations.look(other);
		arranging.touch();
	}

	/** Looks at it no more. */
	void leave(Id other) {
		synchronized (this) {
			if (!open.remove(other) || other.equals(id)) {
				return;
			}
		}
		relations.leave(other);
	}

	/** The object as a tree. */
	void tree(JsonNode object) {
		relations.tree(id, object);
	}

	private void arrange() {
		RelationGraph graph = relations.graph();
		Set<Id> opened;
		synchronized (this) {
			opened = Set.copyOf(open);
		}
		List<RelatedEntry> roots = new RelatedTree(graph, opened, words).around(id);
		content = new Content(roots, RelatedTree.flat(roots), graph.gaps(), graph.loading());
		listeners.changed();
	}

	@Override
	public void close() {
		registration.close();
		arranging.close();
		relations.close();
	}
}
