package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.object.ServerOwned;
import org.fleetdesk.core.object.YamlText;
import org.fleetdesk.kube.ObjectKey;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A command of kubectl that does the same, as a shell takes it. Values of Secrets are masked in it.
 *
 * @param words the words behind "kubectl", not quoted
 * @param input what it reads from its standard input, or empty
 */
public record Kubectl(List<String> words, String input) {
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
	private static final String END = "EOF";

	public Kubectl {
		words = List.copyOf(words);
		Objects.requireNonNull(input);
	}

	/** A command in a target's cluster and namespace. */
	public static Kubectl of(Target target, String... words) {
		return of(target, List.of(words));
	}

	/** A command in a target's cluster and namespace. */
	public static Kubectl of(Target target, List<String> words) {
		List<String> all = new ArrayList<>(List.of("--context", target.cluster().context()));
		if (!target.key().namespace().isEmpty()) {
			all.addAll(List.of("-n", target.key().namespace()));
		}
		all.addAll(words);
		return new Kubectl(all, "");
	}

	/** A command that is given an object. */
	public static Kubectl of(Target target, List<String> words, JsonNode object) {
		return new Kubectl(of(target, words).words(), YamlText.of(SecretData.masked(object)));
	}

	/**
	 * What does again what an entry of the journal has; empty if that does not have what was done, or the cluster does not serve
	 * the object's kind.
	 */
	public static Optional<Kubectl> of(Entry entry, ClusterAccess cluster) {
		return Recorded.of(entry, cluster).flatMap(recorded -> entry
				.after().map(ServerOwned::without).map(after -> entry
						.before().map(ServerOwned::without)
						.map(before -> patch(recorded.target(), recorded.subresource(),
								MergePatch.between(before, after)))
						.orElseGet(() -> of(recorded.target(), List.of("apply", "--server-side", "-f", "-"), after)))
				.or(() -> deleted(entry)
						? Optional.of(of(recorded.target(), "delete", name(recorded.target().key())))
						: Optional.empty()));
	}

	/** What is gone, or should be. */
	private static boolean deleted(Entry entry) {
		return entry.before().isPresent()
				&& (entry.outcome() == Entry.Outcome.DONE || entry.subject().operation().equals("delete"));
	}

	/** A change of some fields. */
	public static Kubectl patch(Target target, String subresource, JsonNode patch) {
		List<String> words = new ArrayList<>(List.of("patch", name(target.key())));
		if (!subresource.isEmpty()) {
			words.add("--subresource=" + subresource);
		}
		words.addAll(List.of("--type=merge", "-p", MergePatch.masked(target.key(), patch).toString()));
		return of(target, words);
	}

	/** "deployments.apps/web", whatever else the server calls by its short names. */
	public static String name(ObjectKey key) {
		return key.type().qualifiedName() + "/" + key.name();
	}

	/** The command as a shell takes it. */
	public String text() {
		String line = "kubectl " + words.stream().map(Kubectl::quoted).collect(Collectors.joining(" "));
		if (input.isEmpty()) {
			return line;
		}
		String end = END;
		while (input.lines().anyMatch(end::equals)) {
			end += END;
		}
		return line + " <<'" + end + "'\n" + input + (input.endsWith("\n") ? "" : "\n") + end;
	}

	/** A word as shells of POSIX read it back. */
	static String quoted(String word) {
		return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
	}
}
