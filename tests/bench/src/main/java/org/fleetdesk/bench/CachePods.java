package org.fleetdesk.bench;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.kube.read.Row;

/**
 * Shows the pods of a cluster from the server or, if that is away, from the cache: KUBECONFIG DATA ROWS HOW [EXPORT]. Prints
 * when a list of all rows could be shown, in milliseconds since the list was asked for; then, if they came from the server,
 * how long the cache took to have them on the disk, and whether it had: if HOW is "close", the program closes it at once,
 * which makes it hurry but for some seconds only; if it is "wait", it writes in its own time. EXPORT is a file for the rows
 * as text, the peer's input.
 */
public final class CachePods {
	private CachePods() {
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		int rows = Integer.parseInt(args[2]);
		Desk desk = new Desk(Path.of(args[0]), Optional.of(Path.of(args[1])));
		long begun = System.nanoTime();
		long whole;
		boolean live;
		try (ListModel pods = desk.pods()) {
			ListContent content = pods.await(c -> c.total() == rows && c.lines().size() == rows
					&& (Desk.live(c) || c.parts().stream().allMatch(p -> p.cached().isPresent())));
			whole = System.nanoTime();
			live = Desk.live(content);
			Desk.print("shown", (whole - begun) / 1e6);
			Desk.print("live", live ? 1 : 0);
			if (args.length > 4) {
				export(content, Path.of(args[4]));
				whole = System.nanoTime();
			}
			while (live && args[3].equals("wait") && !kept(desk, rows)) {
				Thread.sleep(20);
			}
		}
		if (args[3].equals("close")) {
			desk.close();
		}
		if (live) {
			Desk.print("written", (System.nanoTime() - whole) / 1e6);
		}
		if (args[3].equals("close")) {
			desk = new Desk(Path.of(args[0]), Optional.of(Path.of(args[1])));
			Desk.print("kept", kept(desk, rows) ? 1 : 0);
		}
		desk.close();
		System.exit(0);
	}

	private static boolean kept(Desk desk, int rows) {
		return desk.cache().remembered().stream().anyMatch(list -> list.rows() == rows);
	}

	private static void export(ListContent content, Path file) throws java.io.IOException {
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			for (Line line : content.lines()) {
				Row row = line.row();
				StringBuilder text = new StringBuilder();
				text.append(row.uid()).append('\t').append(row.namespace()).append('\t').append(row.name()).append('\t')
						.append(row.resourceVersion()).append('\t').append(row.createdMillis()).append('\t')
						.append(row.owner()).append('\t');
				for (int i = 0; i < row.labels(); i++) {
					text.append(row.labelKey(i)).append('=').append(row.labelValue(i)).append(' ');
				}
				text.append('\t');
				for (int i = 0; i < row.cells(); i++) {
					text.append(row.cell(i)).append(' ');
				}
				out.append(text).append('\n');
			}
		}
	}
}
