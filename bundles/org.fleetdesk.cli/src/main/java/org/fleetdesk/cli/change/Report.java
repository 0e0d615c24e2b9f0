package org.fleetdesk.cli.change;

import java.util.Optional;

import org.fleetdesk.cli.fleet.Problems;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.print.Cells;
import org.fleetdesk.cli.terminal.Escapes;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.kube.KubeException;

/** Tells what becomes of each object as it happens, with its cluster's name before it if there are several. Safe for any thread. */
final class Report {
	private final Terminal terminal;
	private final boolean several;
	private boolean failed; // guarded by this
	private int left; // guarded by this

	Report(Terminal terminal, boolean several) {
		this.terminal = terminal;
		this.several = several;
	}

	/** Something was done. */
	synchronized void done(Target target, String line) {
		terminal.out().line((several ? Cells.line(target.name()) + "\t" : "") + Escapes.line(line));
		terminal.out().flush();
	}

	/** More about what was just told, beside what scripts read. */
	synchronized void note(Target target, String line) {
		terminal.say((several ? target.name() + "\t" : "") + line);
	}

	/** Several lines as they are. */
	synchronized void text(String text) {
		terminal.out().text(text);
		terminal.out().flush();
	}

	/** Something is worth knowing. */
	synchronized void warning(Target target, String sentence) {
		terminal.say(Texts.text("server.warning", several ? Problems.of(target, sentence) : sentence));
	}

	/** Something failed, told by a whole sentence. */
	synchronized void problem(String sentence) {
		failed = true;
		terminal.say(sentence);
	}

	/** Something of a cluster failed, told by a sentence without "error: ". */
	void problem(Target target, String sentence) {
		problem(Texts.text("error", several ? Problems.of(target, sentence) : sentence));
	}

	/** A request failed; the place says which object of which file it was about, if any. */
	void problem(Target target, KubeException problem, Optional<FileOptions.Wish> wish) {
		problem(target, problem, wish, String.valueOf(problem.getMessage()));
	}

	/** The same in other words than the failure's own. */
	synchronized void problem(Target target, KubeException problem, Optional<FileOptions.Wish> wish, String words) {
		String placed = wish.map(w -> w.placed(words, Lines.of(w, problem))).orElse(words);
		String sentence = Problems.sentence(problem, placed);
		problem(several && !words.contains(target.name()) ? Problems.of(target, sentence) : sentence);
		terminal.explain(problem);
	}

	/** A change was cut off: the server may have made it or not. */
	synchronized void unknown(Target target, String object) {
		problem(Texts.text("error", several
				? Problems.of(target, Texts.text("change.unknown", object))
				: Texts.text("change.unknown", object)));
	}

	/** Says what came of all, beside what scripts read. */
	synchronized void summary(String sentence) {
		terminal.say(sentence);
	}

	/** So many changes were not begun. */
	synchronized void left(int count) {
		failed |= count > 0;
		left += count;
	}

	/** What an outcome says that is the same for every change; whether it was done. */
	boolean ended(Target target, Outcome outcome, String object, Optional<FileOptions.Wish> wish) {
		outcome.change().ifPresent(change -> change.warnings().forEach(warning -> warning(target, warning)));
		switch (outcome.state()) {
			case FAILED -> problem(target, outcome.problem().orElseThrow(), wish);
			case UNKNOWN -> unknown(target, object);
			case CANCELLED -> left(1);
			case DONE, UNCHANGED -> {
				return true;
			}
			case CLASHED -> {
				return false;
			}
		}
		return false;
	}

	/** Says what was left out, and gives the exit code. */
	synchronized int end() {
		if (left > 0) {
			terminal.say(Texts.text("change.left", left));
		}
		return failed ? 1 : 0;
	}
}
