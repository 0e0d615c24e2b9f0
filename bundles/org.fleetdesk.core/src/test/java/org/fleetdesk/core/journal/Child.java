package org.fleetdesk.core.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Children;
import org.fleetdesk.core.settings.DataFolder;

/**
 * A program of its own that keeps changes: "file" or "database", the folder, the first number, how many. Says each number
 * on standard output once it is kept; with "running" as the last word they never end.
 */
final class Child {
	private Child() {
	}

	static Process start(String prefix, Object... arguments) throws IOException {
		return Children.start(Child.class, prefix, arguments);
	}

	public static void main(String[] arguments) {
		DataFolder folder = new DataFolder(Path.of(arguments[1]));
		int first = Integer.parseInt(arguments[2]);
		int end = first + Integer.parseInt(arguments[3]);
		boolean ends = !arguments[arguments.length - 1].equals("running");
		Background background = new Background(Thread.ofVirtual().factory(),
				Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory()),
				java.time.InstantSource.system());
		JournalFile file = new JournalFile(folder, JournalFile.LIMIT, background.threads(),
				finding -> System.out.println("trouble " + finding.text()));
		JournalDatabase database = new JournalDatabase(folder, file, () -> 1L << 30, background,
				finding -> System.out.println("trouble " + finding.text()));
		Journal journal = file;
		if (arguments[0].equals("database")) {
			database.start();
			journal = database;
		}
		for (int number = first; number < end; number++) {
			Entry running = Entries.running("child", number);
			journal.record(running);
			if (ends) {
				journal.record(Entries.done(running, "was", "is".repeat(500)));
			}
			System.out.println(number);
		}
		database.close();
	}
}
