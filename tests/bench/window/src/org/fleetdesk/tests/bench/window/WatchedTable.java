package org.fleetdesk.tests.bench.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.kube.watch.Freshness.State;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.LiveTable;

/**
 * A window with the product's table of all pods, filtered and sorted, which follows its clusters until a line comes on
 * standard input: KUBECONFIG FILTER COLUMN [LOG]. Prints "live" when it is, and at the end how late the changes were that
 * the server at the address LOG made.
 */
public final class WatchedTable implements LiveTable.Owner {
	private static final int TICK_MILLIS = 1_000;

	private WatchedTable() {
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		Display display = new Display();
		Shell shell = new Shell(display);
		shell.setLayout(new FillLayout(SWT.VERTICAL));
		Text styled = new Text(shell, SWT.NONE);
		LiveTable table = new LiveTable(shell, styled, InstantSource.system(), new WatchedTable());
		shell.setSize(1400, 900);
		shell.open();
		UiLoop loop = new UiLoop(display);
		AtomicBoolean asked = new AtomicBoolean();
		Shown shown = new Shown();
		try (Clusters clusters = new Clusters(Path.of(args[0]))) {
			clusters.model().filter(args[1]);
			clusters.model().sort(List.of(new SortKey(args[2], true)));
			UiExecutor ui = UiExecutor.of(table.control());
			Runnable update = () -> {
				ListContent fresh = clusters.model().content();
				table.show(fresh);
				ui.execute(() -> { // behind what the table has to paint; not all that changes is in sight
					table.control().update();
					shown.painted(fresh, micros());
				});
			};
			ui.every(java.time.Duration.ofMillis(TICK_MILLIS), table::tick);
			try (var listening = clusters.model().listen(ui.coalescing(update))) {
				update.run();
				loop.until(() -> live(clusters.model().content()));
				loop.settle();
				print("rows", clusters.model().content().lines().size());
				System.out.println("live");
				loop.longest();
				Thread.ofPlatform().daemon().start(() -> await(asked, display));
				loop.until(asked::get);
				long end = System.currentTimeMillis() + 3_000; // what is under way arrives
				display.timerExec(3_000, () -> {
					// wakes the sleeper
				});
				loop.until(() -> System.currentTimeMillis() >= end && shown.idle());
			}
			print("longest", loop.longest());
			print("away", clusters.model().content().parts().stream()
					.filter(part -> part.freshness().state() != State.LIVE).count());
			print("heap", held() / 1e6);
			if (args.length > 3) {
				Shown.Outcome outcome = shown.against(log(args[3]));
				print("changes", outcome.late().length);
				print("p50", outcome.quantile(0.5));
				print("p99", outcome.quantile(0.99));
				print("lost", outcome.lost());
			}
		}
		System.exit(0);
	}

	private static boolean live(ListContent content) {
		return !content.lines().isEmpty()
				&& content.parts().stream().allMatch(p -> p.freshness().state() == State.LIVE);
	}

	private static void await(AtomicBoolean asked, Display display) {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); "heap".equals(line); line = in.readLine()) {
				print("heap", held() / 1e6);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		asked.set(true);
		display.wake();
	}

	private static long held() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(50);
		}
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	private static String log(String address) throws IOException {
		try (var in = URI.create(address).toURL().openStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static long micros() {
		Instant now = Instant.now();
		return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000;
	}

	static void print(String name, double value) {
		System.out.printf(Locale.ROOT, "%s %.3f%n", name, value);
	}

	@Override
	public void sort(List<SortKey> order) {
		// nobody clicks
	}

	@Override
	public void arranged(ColumnLayout layout) {
		// nobody drags
	}

	@Override
	public void open() {
		// nobody opens
	}
}
