package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The product's window on the display, used by keys; closing it ends the program, which must have had nothing to say. */
record Window(Desktop desktop, String id, Process program, Path output) implements AutoCloseable {

	private static final int TRIES = 60;
	private static final long PAUSE_MILLIS = 1_000;

	/** Starts the workbench and waits for its window. */
	static Window opened(Installation installed, Desktop desktop, String name)
			throws IOException, InterruptedException {
		Path output = Files.createDirectories(desktop.work().resolve(name));
		Process program = installed.start(output);
		return new Window(desktop, desktop.shown("^Fleetdesk"), program, output);
	}

	/** Presses a key. */
	void press(String key) throws IOException, InterruptedException {
		desktop.press(id, key);
	}

	/** Types into a dialog when it is there, and presses Return until it is gone. */
	void answer(String title, String text) throws IOException, InterruptedException {
		String dialog = desktop.shown(title);
		desktop.type(text);
		for (int i = 0; i < TRIES && desktop.shows(title); i++) {
			desktop.press(dialog, "Return");
			Thread.sleep(PAUSE_MILLIS);
		}
	}

	/** Selects and copies all of what has the focus until it is as awaited; gives its lines. */
	List<String> copied(Predicate<List<String>> awaited) throws IOException, InterruptedException {
		List<String> lines = List.of();
		for (int i = 0; i < TRIES; i++) {
			press("ctrl+a");
			press("ctrl+c");
			Thread.sleep(PAUSE_MILLIS);
			lines = desktop.clipboard();
			if (awaited.test(lines)) {
				return lines;
			}
		}
		throw new AssertionError("copied in vain: " + lines);
	}

	@Override
	public void close() throws IOException, InterruptedException {
		Run closed;
		try {
			desktop.close(id, program);
		} finally {
			closed = Run.end(program, output);
		}
		assertThat(closed).isEqualTo(new Run(0, "", ""));
	}
}
