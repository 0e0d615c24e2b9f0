package org.fleetdesk.core.operation;

import java.time.InstantSource;
import java.util.Optional;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.Journal;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes to the journal what steps do.
 *
 * @param journal the journal
 * @param program which program does it
 * @param clock what time it is
 */
record Records(Journal journal, Entry.By program, InstantSource clock) {

	/** A step begins that shall make a change. */
	Entry begun(String operation, Target target, Entry.Group group, Change wanted) {
		ClusterAccess cluster = target.cluster();
		ObjectKey key = target.key();
		Entry entry = Entry.begin(clock.instant(), program,
				new Entry.Place(cluster.id(), cluster.name(), cluster.identity()), new Entry.Subject(operation,
						key.type().qualifiedName(), key.namespace(), key.name()))
				.in(group).with(wanted.before(), wanted.after());
		journal.record(entry);
		return entry;
	}

	/** A step has ended that should have made a change. */
	void ended(Entry begun, Change wanted, Outcome outcome) {
		Entry.Outcome how = switch (outcome.state()) {
			case DONE -> Entry.Outcome.DONE;
			case UNCHANGED -> Entry.Outcome.UNCHANGED;
			case FAILED, CLASHED -> Entry.Outcome.FAILED;
			case CANCELLED -> Entry.Outcome.CANCELLED;
			case UNKNOWN -> Entry.Outcome.UNKNOWN;
		};
		String message = outcome.problem().map(KubeException::getMessage)
				.orElseGet(() -> outcome.change().map(c -> String.join("; ", c.warnings())).orElse(""));
		Entry entry = begun.end(clock.instant(), how,
				concealed(concealed(message, wanted.before()),
						wanted.after()));
		boolean known = outcome.state() != Outcome.State.UNKNOWN;
		journal.record(outcome.change().map(c -> entry.with(c.before(), c.after()))
				.orElseGet(() -> known ? entry.with(begun.before(), Optional.empty()) : entry));
	}

	private static String concealed(String message, Optional<JsonNode> object) {
		return object.map(known -> SecretData.concealed(message, known)).orElse(message);
	}
}
