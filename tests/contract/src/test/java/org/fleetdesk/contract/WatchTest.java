package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;

@OnEveryServer
class WatchTest extends Check {

	private final Events events = new Events();

	WatchTest(Server server) {
		super(server);
	}

	/** What a watch tells, in order. */
	private static final class Events implements RowSink {
		private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
		private volatile List<Column> columns = List.of();

		@Override
		public void watching() {
			queue.add("watching");
		}

		@Override
		public void columns(List<Column> given) {
			columns = given;
		}

		@Override
		public void row(Row row) {
			queue.add("row " + row.name() + " " + row.cell(1));
		}

		@Override
		public void deleted(Row row) {
			queue.add("deleted " + row.name());
		}

		@Override
		public void bookmark(String resourceVersion) {
			queue.add("bookmark " + resourceVersion);
		}

		/** The next event of a kind; others are passed over. */
		private String next(String start) throws InterruptedException {
			while (true) {
				String event = queue.poll(30, TimeUnit.SECONDS);
				assertThat(event).as("waiting for " + start).isNotNull();
				if (event.startsWith(start)) {
					return event;
				}
			}
		}
	}

	private Thread watch(Reader reader, Scope scope, String version, CompletableFuture<String> outcome) {
		return Thread.ofVirtual().start(() -> {
			try {
				reader.watch(scope, version, events);
				outcome.complete("ended");
			} catch (InterruptedException e) {
				outcome.complete("interrupted");
			} catch (RuntimeException e) {
				outcome.completeExceptionally(e);
			}
		});
	}

	@Test
	void whatIsCreatedChangedAndDeletedComes() throws Exception {
		Sandbox sandbox = sandbox();
		Scope scope = new Scope(type("configmaps"), sandbox.namespace, "contract=yes", "");
		Listed before = list(scope);
		CompletableFuture<String> outcome = new CompletableFuture<>();
		Thread watcher = watch(reader(), scope, before.page.resourceVersion(), outcome);
		events.next("watching");
		sandbox.create("one");
		assertThat(events.next("row")).isEqualTo("row one 1");
		sandbox.change("one", "more");
		assertThat(events.next("row")).isEqualTo("row one 2");
		sandbox.label("one", "contract", "no");
		assertThat(events.next("deleted")).isEqualTo("deleted one");
		sandbox.label("one", "contract", "yes");
		assertThat(events.next("row")).isEqualTo("row one 2");
		sandbox.delete("one");
		assertThat(events.next("deleted")).isEqualTo("deleted one");
		assertThat(events.columns).isEqualTo(before.columns);
		watcher.interrupt();
		assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo("interrupted");
	}

	@Test
	void nothingBetweenListAndWatchIsLost() throws Exception {
		Sandbox sandbox = sandbox();
		Scope scope = scope("configmaps", sandbox.namespace);
		String version = list(scope).page.resourceVersion();
		sandbox.create("one");
		sandbox.change("one", "more");
		sandbox.delete("one");
		CompletableFuture<String> outcome = new CompletableFuture<>();
		Thread watcher = watch(reader(), new Scope(scope.type(), scope.namespace(), "contract=yes", ""), version,
				outcome);
		assertThat(List.of(events.next("row"), events.next("row"), events.next("deleted")))
				.containsExactly("row one 1", "row one 2", "deleted one");
		watcher.interrupt();
		assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo("interrupted");
	}

	@Test
	void bookmarksComeAndTheServerEndsTheWatch() throws Exception {
		Sandbox sandbox = sandbox();
		Scope scope = scope("configmaps", sandbox.namespace);
		sandbox.create("one");
		Listed before = list(scope);
		CompletableFuture<String> outcome = new CompletableFuture<>();
		watch(new HttpReader(Altered.brief(transport(), 6)), scope, before.page.resourceVersion(), outcome);
		events.next("watching");
		sandbox.create("two");
		events.next("row two");
		assertThat(events.next("bookmark")).matches("bookmark \\d+");
		assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo("ended");
	}

	@Test
	void watchesHaveTheColumnsOfTheirLists() throws Exception {
		for (String words : List.of("pods", "gadgets", "gadgets.v1beta1.workshop.fleetdesk.test", "deployments.apps",
				"workshops", "nodes")) {
			Scope scope = Scope.all(type(words));
			CompletableFuture<String> outcome = new CompletableFuture<>();
			Thread watcher = watch(reader(), scope, "0", outcome);
			events.next("row");
			assertThat(events.columns).as(words).isEqualTo(list(scope).columns);
			watcher.interrupt();
			assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo("interrupted");
			events.queue.clear();
		}
	}

	@Test
	void aServerWithoutTablesIsWatchedToo() throws Exception {
		Scope scope = Scope.all(type("gadgets"));
		CompletableFuture<String> outcome = new CompletableFuture<>();
		watch(new HttpReader(Altered.brief(Altered.plain(transport()), 4)), scope, "0", outcome);
		List<String> names = new ArrayList<>();
		while (names.size() < 3) {
			names.add(events.next("row").split(" ")[1]);
		}
		assertThat(names).containsExactlyInAnyOrder("kettle", "lamp", "clock");
		assertThat(events.columns).extracting(Column::name).containsExactly("Name", "Age");
		assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo("ended");
	}

	@Test
	void whoMayNotWatchIsForbidden() throws Exception {
		Reader nobody = reader("nobody");
		Scope pods = scope("pods", "team-a");
		assertThatThrownBy(() -> nobody.watch(pods, "0", events)).isInstanceOf(Forbidden.class);
	}
}
