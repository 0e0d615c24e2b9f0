package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Reflector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;

/** What checks need of a server; closes what they opened. */
abstract class Check {

	/** Resources are found once for each server: 1.20 needs forty requests for it. */
	private static final Map<String, Catalogue> CATALOGUES = new TreeMap<>();

	final Server server;
	private final Deque<AutoCloseable> opened = new ArrayDeque<>();

	Check(Server server) {
		this.server = server;
	}

	@AfterEach
	void closeAll() throws Exception {
		while (!opened.isEmpty()) {
			opened.pop().close();
		}
	}

	<T extends AutoCloseable> T closing(T resource) {
		opened.push(resource);
		return resource;
	}

	/** A transport as a context's user; the check does not apply where there is no such context. */
	Transport transport(String context) {
		Assumptions.assumeTrue(server.has(context), context);
		return closing(server.transport(context));
	}

	Transport transport() {
		return transport(server.admin());
	}

	/** Leaves out the demo cluster, for a limit that its documentation names. */
	void beyond(String limit) throws IOException {
		assertThat(Path.of("../../bundles/org.fleetdesk.demo/src/main/java/org/fleetdesk/demo/package-info.java"))
				.content().contains("<b>" + limit + "</b>");
		Assumptions.assumeFalse(server == Demo.server(), "the demo cluster's limit " + limit);
	}

	Reader reader(String context) {
		return new HttpReader(transport(context));
	}

	Reader reader() {
		return reader(server.admin());
	}

	Sandbox sandbox() throws Exception {
		return closing(new Sandbox(server));
	}

	ResourceType type(String words) throws InterruptedException {
		Catalogue catalogue = CATALOGUES.get(server.toString());
		if (catalogue == null) {
			catalogue = new HttpDiscovery(transport()).resources();
			CATALOGUES.put(server.toString(), catalogue);
		}
		return catalogue.find(words).orElseThrow(() -> new AssertionError("no " + words));
	}

	Scope scope(String words, String namespace) throws InterruptedException {
		return Scope.all(type(words)).in(namespace);
	}

	ObjectKey key(String words, String namespace, String name) throws InterruptedException {
		return new ObjectKey(type(words), namespace, name);
	}

	/** A table that a reflector keeps until the check ends; it waits half a second at most. */
	LiveTable live(Reader reader, Scope scope) {
		LiveTable table = new LiveTable();
		Thread watching = Thread.ofVirtual().start(() -> {
			try {
				new Reflector(reader, scope, table, InstantSource.system(),
						millis -> Thread.sleep(Math.min(millis, 500))).run();
			} catch (InterruptedException closing) {
				Thread.currentThread().interrupt();
			}
		});
		closing(() -> {
			watching.interrupt();
			watching.join();
		});
		return table;
	}

	/** All rows of a scope by name. */
	static Listed list(Reader reader, Scope scope, ListOptions options) throws InterruptedException {
		Listed listed = new Listed();
		listed.page = reader.list(scope, options, listed);
		return listed;
	}

	Listed list(Scope scope) throws InterruptedException {
		return list(reader(), scope, ListOptions.ALL);
	}

	/** A list answer, kept. */
	static final class Listed implements RowSink {
		final Map<String, Row> rows = new TreeMap<>();
		List<org.fleetdesk.kube.read.Column> columns = List.of();
		org.fleetdesk.kube.read.Page page;

		@Override
		public void columns(List<org.fleetdesk.kube.read.Column> given) {
			columns = given;
		}

		@Override
		public void row(Row row) {
			assertThat(columns).isNotEmpty();
			assertThat(rows.put(row.toString(), row)).isNull();
		}

		List<String> headings() {
			return columns.stream().map(c -> c.name()).toList();
		}

		Object cell(String row, String column) {
			return rows.get(row).cell(headings().indexOf(column));
		}
	}
}
