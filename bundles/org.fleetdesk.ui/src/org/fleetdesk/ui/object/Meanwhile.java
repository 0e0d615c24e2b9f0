package org.fleetdesk.ui.object;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.core.object.Difference;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.ManagedFields;

/**
 * What others have changed in an object since somebody began to edit it. Made off the UI thread.
 *
 * @param sentence what changed and by whom
 * @param lines the difference as text
 */
record Meanwhile(String sentence, List<DiffLine> lines) {
	private static final int CONTEXT = 3;

	/** What leads from one version to another; empty if only the server's own part differs. */
	static Optional<Meanwhile> between(JsonNode base, JsonNode newest) {
		Differences differences = Differences.of(base, newest);
		return differences.list().stream().findFirst().map(Difference::path)
				.map(first -> new Meanwhile(sentence(differences, first, newest), differences.lines(CONTEXT)));
	}

	private static String sentence(Differences differences, FieldPath first, JsonNode newest) {
		String by = ManagedFields.of(newest).of(first).stream().map(ManagedFields.Manager::name).findFirst()
				.orElse("");
		return NLS.bind(by.isEmpty() ? Messages.meanwhile : Messages.meanwhile_by,
				new Object[]{differences.list().size(), first, by});
	}
}
