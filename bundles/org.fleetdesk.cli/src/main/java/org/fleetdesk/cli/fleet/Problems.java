package org.fleetdesk.cli.fleet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * What went wrong in a command, told at its end: as kubectl words it for one cluster, with the cluster's name before it
 * for several. May be added to from any thread.
 */
public final class Problems {
	private static final Map<Class<? extends KubeException>, String> REASONS = Map.of(KubeException.NotFound.class,
			"NotFound", KubeException.Forbidden.class, "Forbidden", KubeException.Conflict.class, "Conflict",
			KubeException.Invalid.class, "BadRequest", KubeException.Expired.class, "Expired",
			KubeException.Throttled.class, "TooManyRequests");
	private final boolean several;
	private final List<Problem> all = new CopyOnWriteArrayList<>();

	private record Problem(String line, Throwable cause, boolean missing) {
	}

	/** No problem yet. */
	public Problems(boolean several) {
		this.several = several;
	}

	/** A request to a cluster failed. */
	public void add(Target target, KubeException problem) {
		add(target, several ? String.valueOf(problem.getMessage()) : sentence(problem), problem);
	}

	/** Something failed that has a whole sentence. */
	public void add(Target target, String sentence, Throwable cause) {
		add(target, sentence, cause, false);
	}

	private void add(Target target, String sentence, Throwable cause, boolean missing) {
		all.add(new Problem(several ? of(target, sentence) : sentence, cause, missing));
	}

	/** An object that was asked for by name is not there. */
	public void missing(Target target, ResourceType type, String name) {
		String sentence = Texts.text("object.missing", type.qualifiedName(), name);
		add(target, Texts.text("server.error", "NotFound", sentence), Failure.plain(sentence), true);
	}

	/** Takes over what another has. */
	public void addAll(Problems others) {
		all.addAll(others.all);
	}

	/** The same without objects that are not there. */
	public Problems withoutMissing() {
		Problems others = new Problems(several);
		all.stream().filter(problem -> !problem.missing()).forEach(others.all::add);
		return others;
	}

	/** Whether there is none. */
	public boolean none() {
		return all.isEmpty();
	}

	/** Tells them. */
	public void tell(Terminal terminal) {
		all.forEach(problem -> {
			terminal.say(problem.line());
			terminal.explain(problem.cause());
		});
	}

	/** A sentence about a cluster, with its name before it unless it stands there. */
	public static String of(Target target, String sentence) {
		return sentence.startsWith(Texts.text("cluster.problem", target.name(), ""))
				? sentence
				: Texts.text("cluster.problem", target.name(), sentence);
	}

	/** A failure in kubectl's manner: "Error from server (Forbidden): ..." where a server answered. */
	static String sentence(KubeException problem) {
		return sentence(problem, String.valueOf(problem.getMessage()));
	}

	/** The same with more words than the failure's own. */
	public static String sentence(KubeException problem, String words) {
		return switch (problem) {
			case KubeException.Unauthenticated e -> Texts.text("error", words);
			case KubeException.Guarded e -> Texts.text("error", words);
			case KubeException.Unreachable e -> Texts.text("server.unreachable", words);
			case KubeException.Untrusted e -> Texts.text("server.unreachable", words);
			default -> {
				String reason = problem.reason().isEmpty()
						? REASONS.getOrDefault(problem.getClass(), "InternalError")
						: problem.reason();
				yield Texts.text("server.error", reason, words);
			}
		};
	}
}
