package org.fleetdesk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;

/** The demo clusters as a program of their own: {@code [--pods N] [--kubeconfig FILE]}; runs until it is ended. */
public final class Main {

	private static final int MOST_PODS = 200_000;

	/** Held, for the logging forgets levels of loggers that nobody holds. */
	private static final java.util.logging.Logger JETTY = java.util.logging.Logger.getLogger("org.eclipse.jetty");

	private Main() {
	}

	/** Starts both clusters, says where their kubeconfig is and waits. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		int pods = 0;
		Path file = null;
		for (int index = 0; index < arguments.length; index++) {
			String value = index + 1 < arguments.length ? arguments[index + 1] : "";
			switch (arguments[index++]) {
				case "--pods" -> pods = pods(value);
				case "--kubeconfig" -> file = Path.of(value);
				default -> usage();
			}
		}
		if (pods < 0 || file != null && file.toString().isEmpty()) {
			usage();
		}
		JETTY.setLevel(java.util.logging.Level.WARNING);
		try (DemoFleet fleet = DemoFleet.start(pods)) {
			Path written = write(fleet.kubeconfig(), file);
			System.out.println("Fleetdesk's demo clusters " + fleet.healthy().name() + " and " + fleet.troubled().name()
					+ " run until this program ends; use them by\nexport KUBECONFIG=" + written);
			new CountDownLatch(1).await();
		}
	}

	private static int pods(String value) {
		try {
			int pods = Integer.parseInt(value);
			return pods > MOST_PODS ? -1 : pods;
		} catch (NumberFormatException e) {
			return -1;
		}
	}

	private static void usage() {
		System.err.println("usage: [--pods N] [--kubeconfig FILE]; N is at most " + MOST_PODS);
		System.exit(2);
	}

	/** Only the user may read it, for it holds tokens. */
	private static Path write(String kubeconfig, @org.jspecify.annotations.Nullable Path wanted) throws IOException {
		Path target = wanted != null
				? wanted.toAbsolutePath()
				: Files.createTempDirectory("fleetdesk-demo").resolve("kubeconfig");
		Path folder = java.util.Objects.requireNonNull(target.getParent());
		Path side = Files.createTempFile(folder, "kubeconfig", ".new");
		if (Files.getFileStore(side).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(side, PosixFilePermissions.fromString("rw-------"));
		}
		Files.writeString(side, kubeconfig);
		return Files.move(side, target, StandardCopyOption.REPLACE_EXISTING);
	}
}
