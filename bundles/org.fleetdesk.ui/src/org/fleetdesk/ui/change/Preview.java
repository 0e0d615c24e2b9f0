package org.fleetdesk.ui.change;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.operation.Change;
import org.fleetdesk.core.operation.Clash;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException;

/**
 * What would become of one object, as it is shown. Made off the UI thread.
 *
 * @param title which object: "Deployment web/api"
 * @param cluster where, or empty
 * @param says what would come of it, in a word or two
 * @param remarks what the cluster says of it: warnings, or why it is refused
 * @param lines the difference as text
 * @param clashes the fields that others hold
 * @param verdict whether it can be done
 */
public record Preview(String title, String cluster, String says, List<String> remarks, List<DiffLine> lines,
		List<Clash> clashes, Verdict verdict) {
	private static final int CONTEXT = 4;

	/** Whether it can be done. */
	enum Verdict {
		/** As it is. */
		POSSIBLE,
		/** There is nothing to do, or something to be decided first. */
		NOTHING,
		/** It is refused. */
		REFUSED
	}

	/** Something that did not even get to a cluster, and why. */
	public static Preview refused(String title, String sentence) {
		return new Preview(title, "", Messages.says_failed, List.of(sentence), List.of(), List.of(), Verdict.REFUSED);
	}

	static Preview of(Outcome outcome) {
		Target target = outcome.target();
		JsonNode none = MissingNode.getInstance();
		List<DiffLine> lines = outcome.change().map(change -> Differences
				.of(change.before().orElse(none), change.after().orElse(none)).lines(CONTEXT)).orElse(List.of());
		List<String> remarks = outcome.problem().map(KubeException::getMessage).map(List::of)
				.orElseGet(() -> outcome.change().map(Change::warnings).orElse(List.of()));
		Verdict verdict = switch (outcome.state()) {
			case DONE -> Verdict.POSSIBLE;
			case FAILED -> Verdict.REFUSED;
			case UNCHANGED, CLASHED, CANCELLED, UNKNOWN -> Verdict.NOTHING;
		};
		return new Preview(target.key().type().kind() + " " + target.key().path(), target.cluster().name(),
				says(outcome), remarks, lines, outcome.change().map(Preview::clashes).orElse(List.of()), verdict);
	}

	/** The clashes without the values that Secrets hide. */
	private static List<Clash> clashes(Change change) {
		JsonNode before = change.before().orElse(MissingNode.getInstance());
		JsonNode after = change.after().orElse(MissingNode.getInstance());
		if (!SecretData.secret(before) && !SecretData.secret(after)) {
			return change.clashes();
		}
		JsonNode theirs = SecretData.masked(before);
		JsonNode mine = SecretData.masked(after);
		return change.clashes().stream().map(clash -> new Clash(clash.field(), clash.manager(), clash.meanwhile(),
				clash.theirs().flatMap(value -> clash.field().in(theirs)),
				clash.mine().flatMap(value -> clash.field().in(mine)))).toList();
	}

	private static String says(Outcome outcome) {
		return switch (outcome.state()) {
			case DONE -> outcome.change().map(change -> switch (change.effect()) {
				case CREATED -> Messages.says_create;
				case CHANGED -> Messages.says_change;
				case DELETED -> Messages.says_delete;
				case UNCHANGED -> Messages.says_unchanged;
			}).orElse("");
			case UNCHANGED -> Messages.says_unchanged;
			case CLASHED -> outcome.change().map(change -> NLS.bind(Messages.says_clashed, change.clashes().size()))
					.orElse("");
			case FAILED -> Messages.says_failed;
			case CANCELLED -> Messages.says_cancelled;
			case UNKNOWN -> Messages.says_unknown;
		};
	}

	boolean possible() {
		return verdict == Verdict.POSSIBLE;
	}
}
