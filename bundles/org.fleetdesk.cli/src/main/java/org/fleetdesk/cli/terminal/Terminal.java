package org.fleetdesk.cli.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The streams the program was started with. Errors may be told from any thread; output is for one. */
public final class Terminal {
	private final Output out;
	private final PrintStream err;
	private final InputStream in;
	private final boolean interactive;
	private final Optional<Path> tty;
	private volatile boolean verbose;

	/**
	 * A terminal.
	 *
	 * @param interactive whether a person sits there who can be asked
	 */
	public Terminal(OutputStream out, PrintStream err, InputStream in, boolean interactive) {
		this(out, err, in, interactive, Optional.empty());
	}

	/**
	 * A terminal.
	 *
	 * @param tty the terminal itself, for when the input is not it
	 */
	public Terminal(OutputStream out, PrintStream err, InputStream in, boolean interactive, Optional<Path> tty) {
		this.tty = tty;
		this.out = new Output(out);
		this.err = Objects.requireNonNull(err);
		this.in = Objects.requireNonNull(in);
		this.interactive = interactive;
	}

	/** Whether this process's input and error output are a terminal, so that a person can be asked. */
	public static boolean attended() {
		return terminals("0", "2");
	}

	/** Whether these descriptors of the process are a terminal. */
	private static boolean terminals(String... numbers) {
		Path descriptors = Path.of("/proc/self/fd");
		if (!Files.isDirectory(descriptors)) {
			return System.console() != null;
		}
		return Stream.of(numbers).allMatch(number -> {
			try {
				String target = Files.readSymbolicLink(descriptors.resolve(number)).toString();
				return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
			} catch (IOException e) {
				return false; // closed
			}
		});
	}

	/**
	 * This process's error output, in the terminal's encoding where that has letters for every language, else in UTF-8:
	 * where the C library lacks the locale that was asked for, Java would write question marks.
	 */
	public static PrintStream errors() {
		Charset told = Charset.forName(System.getProperty("stderr.encoding", "UTF-8"));
		Charset charset = told.canEncode() && told.newEncoder().canEncode('\u4e2d') ? told : StandardCharsets.UTF_8;
		return new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
	}

	/** Whether the output is a terminal, which understands colours. */
	public boolean colours() {
		return tty.isPresent() && terminals("1");
	}

	/** Standard input. */
	public InputStream in() {
		return in;
	}

	/** Standard output. */
	public Output out() {
		return out;
	}

	/** Says a line on standard error. */
	public void say(String line) {
		err.println(Escapes.lines(line));
	}

	/** Says why something failed if the user asked to know. */
	public void explain(Throwable problem) {
		if (!verbose) {
			return;
		}
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			err.println("  " + Escapes.lines(cause.toString()));
			if (!(cause instanceof Failure)) {
				Stream.of(cause.getStackTrace()).limit(12).forEach(frame -> err.println("      at " + frame));
			}
		}
	}

	/** From now on {@link #explain} speaks. */
	public void verbose(boolean more) {
		verbose = more;
	}

	/** Asks a person for a line; empty where nobody can be asked or nobody answers. */
	public Optional<String> ask(String question) {
		if (!interactive) {
			return Optional.empty();
		}
		err.print(Escapes.lines(question) + " ");
		err.flush();
		try {
			return Optional
					.ofNullable(new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine());
		} catch (IOException e) {
			return Optional.empty(); // the terminal is gone: nobody answers
		}
	}

	/** Asks a person at the terminal itself, whatever the input is; empty where there is nobody or nobody answers. */
	public Optional<String> askPerson(String question) {
		if (interactive || tty.isEmpty()) {
			return ask(question);
		}
		try (InputStream keyboard = Files.newInputStream(tty.get())) {
			err.print(Escapes.lines(question) + " ");
			err.flush();
			return Optional.ofNullable(
					new BufferedReader(new InputStreamReader(keyboard, Charset.defaultCharset())).readLine());
		} catch (IOException e) {
			return Optional.empty(); // there is none
		}
	}

	/** Whether a person can be asked. */
	public boolean interactive() {
		return interactive;
	}
}
