package org.fleetdesk.core.views;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.fleetdesk.core.live.SortKey;

import org.jspecify.annotations.Nullable;

/**
 * What a list shows, under a name. Immutable. Clusters are named, not identified, so that a view means the same on another
 * computer.
 *
 * @param name its name, never blank
 * @param kinds kind keys, such as "pods", "deployments.apps"; at least one
 * @param clusters names of clusters; empty for those that are open
 * @param namespaces the namespaces; empty for all
 * @param labels a label selector in kubectl's words, or empty
 * @param fields a field selector in kubectl's words, or empty
 * @param filter a filter's text, or empty
 * @param columns how the columns are arranged, in order; empty for as the list has them
 * @param order the order; empty for cluster, namespace, name
 * @param group the column by which lines are grouped, or empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SavedView(String name, List<String> kinds, List<String> clusters, List<String> namespaces, String labels,
		String fields, String filter, List<Column> columns, List<SortKey> order, String group) {

	/**
	 * How one column is arranged.
	 *
	 * @param name its heading
	 * @param visible whether it is shown
	 * @param width its width in points, 0 for as wide as its content
	 */
	public record Column(String name, boolean visible, int width) {
		public Column {
			Objects.requireNonNull(name);
		}
	}

	/** What is missing in a file is empty; a view without name or kind is none. */
	@JsonCreator
	static SavedView of(@JsonProperty("name") @Nullable String name,
			@JsonProperty("kinds") @Nullable List<String> kinds,
			@JsonProperty("clusters") @Nullable List<String> clusters,
			@JsonProperty("namespaces") @Nullable List<String> namespaces,
			@JsonProperty("labels") @Nullable String labels, @JsonProperty("fields") @Nullable String fields,
			@JsonProperty("filter") @Nullable String filter, @JsonProperty("columns") @Nullable List<Column> columns,
			@JsonProperty("order") @Nullable List<SortKey> order, @JsonProperty("group") @Nullable String group) {
		return new SavedView(text(name), list(kinds), list(clusters), list(namespaces), text(labels), text(fields),
				text(filter), list(columns), list(order), text(group));
	}

	public SavedView {
		if (name.isBlank() || kinds.isEmpty()) {
			throw new IllegalArgumentException("a view has a name and a kind");
		}
		kinds = List.copyOf(kinds);
		clusters = List.copyOf(clusters);
		namespaces = List.copyOf(namespaces);
		columns = List.copyOf(columns);
		order = List.copyOf(order);
	}

	/** The same under another name. */
	public SavedView named(String other) {
		return new SavedView(other, kinds, clusters, namespaces, labels, fields, filter, columns, order, group);
	}

	private static String text(@Nullable String text) {
		return text == null ? "" : text;
	}

	private static <T> List<T> list(@Nullable List<T> list) {
		return list == null ? List.of() : list;
	}
}
