package org.fleetdesk.core.cache;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;

/**
 * A list that is remembered, without its rows: {@link Cache#rows} gives them.
 *
 * @param number its key in this cache; another one when it was written anew
 * @param cluster the id of its cluster, which need not be registered any more
 * @param server the URL of the server it came from
 * @param type what its rows are
 * @param namespace one namespace, or empty for all
 * @param labels the label selector, or empty
 * @param columns the columns of its rows' cells
 * @param known when it was last known to be so
 * @param rows how many rows it has
 */
public record CachedList(long number, String cluster, String server, ResourceType type, String namespace,
		String labels, List<Column> columns, Instant known, int rows) {
	public CachedList {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(server);
		Objects.requireNonNull(type);
		Objects.requireNonNull(namespace);
		Objects.requireNonNull(labels);
		columns = List.copyOf(columns);
		Objects.requireNonNull(known);
	}
}
