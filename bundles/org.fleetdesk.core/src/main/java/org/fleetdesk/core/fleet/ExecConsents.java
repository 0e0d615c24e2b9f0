package org.fleetdesk.core.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;

/**
 * Remembers which credential plugins may run: consent is for one binary with its arguments, kept in the settings; a
 * refusal holds until the program ends. Asks through a port where nobody has answered yet, one question at a time.
 */
public final class ExecConsents implements ExecConsent {
	private static final String FILE = "exec-consents.json";

	/** What a person says. */
	public enum Verdict {
		/** Run it, now and later. */
		ALWAYS,
		/** Run it until the program ends. */
		THIS_TIME,
		/** Do not run it until the program ends. */
		NO
	}

	/** Asks a person; may wait for one, and is interruptible. Without anyone to ask it answers NO. */
	@FunctionalInterface
	public interface Question {
		/** May this run? */
		Verdict ask(KubeContext context, KubeUser.Exec exec) throws InterruptedException;
	}

	/** The settings file. */
	record Saved(Set<String> lines) {
		Saved {
			lines = lines == null ? Set.of() : Set.copyOf(lines);
		}
	}

	private final SettingsFolder settings;
	private final Question question;
	private final ReentrantLock asking = new ReentrantLock();
	private final Set<String> allowed = new HashSet<>(); // guarded by asking
	private final Set<String> refused = new HashSet<>(); // guarded by asking

	/** Consents of a settings folder. */
	public ExecConsents(SettingsFolder settings, Question question) {
		this.settings = Objects.requireNonNull(settings);
		this.question = Objects.requireNonNull(question);
	}

	@Override
	public boolean allowed(KubeContext context, KubeUser.Exec exec) throws InterruptedException {
		String line = exec.line();
		asking.lockInterruptibly();
		try {
			if (allowed.contains(line)
					|| settings.read(FILE, Saved.class).filter(s -> s.lines().contains(line)).isPresent()) {
				return true;
			}
			if (refused.contains(line)) {
				return false;
			}
			Verdict verdict = question.ask(context, exec);
			(verdict == Verdict.NO ? refused : allowed).add(line);
			if (verdict == Verdict.ALWAYS) {
				remember(line);
			}
			return verdict != Verdict.NO;
		} finally {
			asking.unlock();
		}
	}

	/** Gives consent without a question, now and later: what a command line's flag and a preference page do. */
	public void remember(String line) {
		Set<String> lines = new HashSet<>(settings.read(FILE, Saved.class).map(Saved::lines).orElse(Set.of()));
		lines.add(line);
		settings.write(FILE, new Saved(lines));
	}

	/** The command lines that may run now and later, in order. */
	public List<String> remembered() {
		return settings.read(FILE, Saved.class).map(s -> s.lines().stream().sorted().toList()).orElse(List.of());
	}

	/** Takes back a consent that was remembered, and what was said of the line since the program began. */
	public void forget(String line) throws InterruptedException {
		asking.lockInterruptibly();
		try {
			Set<String> lines = new HashSet<>(remembered());
			lines.remove(line);
			settings.write(FILE, new Saved(lines));
			allowed.remove(line);
			refused.remove(line);
		} finally {
			asking.unlock();
		}
	}

	/** Takes every consent and refusal back. */
	public void forget() throws InterruptedException {
		asking.lockInterruptibly();
		try {
			settings.delete(FILE);
			allowed.clear();
			refused.clear();
		} finally {
			asking.unlock();
		}
	}
}
