package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The windows of the display and its clipboard, through xdotool and xclip.
 *
 * @param work where output may go
 */
record Desktop(Path work) {
	private static final int TRIES = 20;
	private static final long PAUSE_SECONDS = 5;

	/** Waits for a window whose title fits, and gives its id. */
	String shown(String title) throws IOException, InterruptedException {
		Run run = xdotool("search", "--sync", "--onlyvisible", "--name", title);
		return run.out().lines().findFirst().orElseThrow(() -> new AssertionError("no window " + title + run.err()));
	}

	/** Whether such a window is there now. */
	boolean shows(String title) throws IOException, InterruptedException {
		return xdotool("search", "--onlyvisible", "--name", title).code() == 0;
	}

	/** Presses a key in a window. */
	void press(String window, String key) throws IOException, InterruptedException {
		assertThat(xdotool("windowactivate", "--sync", window, "key", key).code()).isZero();
	}

	/** Closes a window, and with it its program, again and again: while it opens a window does not listen. */
	void close(String window, Process program) throws IOException, InterruptedException {
		for (int i = 0; i < TRIES && program.isAlive(); i++) {
			xdotool("windowactivate", "--sync", window, "key", "alt+F4");
			program.waitFor(PAUSE_SECONDS, TimeUnit.SECONDS);
		}
	}

	/** Types into what has the focus. */
	void type(String text) throws IOException, InterruptedException {
		assertThat(xdotool("type", "--delay", "50", text).code()).isZero();
	}

	/** The lines of text that were copied last, as long as whoever copied them is there. */
	List<String> clipboard() throws IOException, InterruptedException {
		return Run.of(Files.createTempDirectory(work, "xclip"), Map.of(),
				List.of("xclip", "-selection", "clipboard", "-out")).out().lines().toList();
	}

	private Run xdotool(String... arguments) throws IOException, InterruptedException {
		List<String> command = Stream.concat(Stream.of("xdotool"), Stream.of(arguments)).toList();
		return Run.of(Files.createTempDirectory(work, "xdotool"), Map.of(), command);
	}
}
