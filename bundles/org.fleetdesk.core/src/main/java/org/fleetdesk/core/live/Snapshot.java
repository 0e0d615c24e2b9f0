package org.fleetdesk.core.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.watch.Freshness;

/**
 * What a store held at one moment. Immutable.
 *
 * @param version grows with every change of the store
 * @param columns the server's columns
 * @param lines the rows, in the order they came
 * @param freshness how true they are
 * @param cached of when the rows are, while they are what was remembered of an earlier time
 */
public record Snapshot(long version, List<Column> columns, List<Line> lines, Freshness freshness,
		Optional<Instant> cached) {
}
