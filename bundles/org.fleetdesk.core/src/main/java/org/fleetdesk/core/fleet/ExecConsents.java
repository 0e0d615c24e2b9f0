package org.fleetdesk.core.fleet;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which credential plugins may run: consent is for one binary with its arguments and environment, kept in the
 * settings; a refusal holds until the program ends. Asks through a port where nobody has answered yet, one question at a
 * time; what was answered waits for no question.
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

	private static final Logger LOG = LoggerFactory.getLogger(ExecConsents.class);

	private final SettingsFolder settings;
	private final Question question;
	private final ReentrantLock asking = new ReentrantLock(); // held while a person thinks; guards nothing
	private final Map<String, Boolean> answered = new ConcurrentHashMap<>();

	/** Consents of a settings folder. */
	public ExecConsents(SettingsFolder settings, Question question) {
		this.settings = Objects.requireNonNull(settings);
		this.question = Objects.requireNonNull(question);
	}

	/**
	 * What consent is remembered by: the command as the user reads it, and where that does not say all (an environment,
	 * blanks inside an argument, what looks like a secret) a digest of the rest. A kubeconfig cannot slip another
	 * environment under a consent.
	 */
	public static String key(KubeUser.Exec exec) {
		boolean plain = exec.environment().isEmpty() && exec.safeLine().equals(exec.line())
				&& !exec.command().contains(" ")
				&& exec.arguments().stream().noneMatch(a -> a.isEmpty() || a.contains(" "));
		if (plain) {
			return exec.line();
		}
		List<String> all = new ArrayList<>(List.of(exec.command(), String.valueOf(exec.arguments().size())));
		all.addAll(exec.arguments());
		new TreeMap<>(exec.environment()).forEach((name, value) -> all.addAll(List.of(name, value)));
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
					.digest(String.join("\0", all).getBytes(StandardCharsets.UTF_8));
			return exec.safeLine() + " #" + HexFormat.of().formatHex(digest, 0, 16);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}

	@Override
	public boolean allowed(KubeContext context, KubeUser.Exec exec) throws InterruptedException {
		String key = key(exec);
		Optional<Boolean> known = known(key);
		if (known.isPresent()) {
			return known.get();
		}
		asking.lockInterruptibly();
		try {
			known = known(key);
			if (known.isPresent()) {
				return known.get();
			}
			Verdict verdict = question.ask(context, exec);
			answered.put(key, verdict != Verdict.NO);
			if (verdict == Verdict.ALWAYS) {
				keep(key);
			}
			return verdict != Verdict.NO;
		} finally {
			asking.unlock();
		}
	}

	private Optional<Boolean> known(String key) {
		if (settings.read(FILE, Saved.class).filter(s -> s.lines().contains(key)).isPresent()) {
			return Optional.of(true);
		}
		return Optional.ofNullable(answered.get(key));
	}

	private void keep(String key) {
		try {
			remember(key);
		} catch (UncheckedIOException e) {
			LOG.warn("The consent holds until the program ends: {}", e.getMessage());
		}
	}

	/**
	 * Gives consent without a question, now and later: what a command line's flag and a preference page do.
	 *
	 * @param key what {@link #key} says
	 * @throws UncheckedIOException if it cannot be kept
	 */
	public void remember(String key) {
		settings.change(FILE, Saved.class, new Saved(Set.of()), old -> {
			Set<String> lines = new TreeSet<>(old.lines());
			lines.add(key);
			return new Saved(lines);
		});
	}

	/** The keys of the plugins that may run now and later, in order. */
	public List<String> remembered() {
		return settings.read(FILE, Saved.class).map(s -> s.lines().stream().sorted().toList()).orElse(List.of());
	}

	/**
	 * Takes back a consent that was remembered, and what was said of it since the program began.
	 *
	 * @throws UncheckedIOException if that cannot be written
	 */
	public void forget(String key) {
		settings.change(FILE, Saved.class, new Saved(Set.of()), old -> {
			Set<String> lines = new TreeSet<>(old.lines());
			lines.remove(key);
			return new Saved(lines);
		});
		answered.remove(key);
	}

	/** Takes every consent and refusal back; whoever is being asked now, answers still. */
	public void forget() {
		settings.delete(FILE);
		answered.clear();
	}
}
