package org.fleetdesk.cli.get;

import java.util.Optional;

/**
 * What is asked of every cluster.
 *
 * @param wanted types and names
 * @param namespace the namespace given, if one was; else each context's own
 * @param everywhere whether all namespaces are meant
 * @param labels label selector
 * @param fields field selector
 * @param chunk objects a page, 0 for all at once
 * @param filter what the rows that come are filtered by
 * @param columns which columns are read and shown
 */
record Query(Wanted wanted, Optional<String> namespace, boolean everywhere, String labels, String fields, int chunk,
		RowFilter filter, ShownColumns columns) {
}
