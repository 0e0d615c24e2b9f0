package org.fleetdesk.core.details;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

/**
 * What is known around an object whose page is made. Immutable.
 *
 * @param catalogue what its cluster serves: what is not in it is no link
 * @param descriptor what is known of its kind
 * @param columns the columns of lists of its kind
 * @param row how it stands in such a list
 * @param words the packs' words in the language of the program
 * @param revealed whether the values of a Secret are shown
 */
public record Around(Catalogue catalogue, Optional<Descriptor> descriptor, List<Column> columns, Optional<Row> row,
		UnaryOperator<String> words, boolean revealed) {
	public Around {
		Objects.requireNonNull(catalogue);
		Objects.requireNonNull(descriptor);
		columns = List.copyOf(columns);
		Objects.requireNonNull(row);
		Objects.requireNonNull(words);
	}
}
