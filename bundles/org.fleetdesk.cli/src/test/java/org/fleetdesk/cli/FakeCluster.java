package org.fleetdesk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.Discovery;
import org.fleetdesk.kube.discovery.ServerVersion;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.schema.Schemas;
import org.fleetdesk.kube.write.Writer;
import org.jspecify.annotations.Nullable;

/** A cluster in memory: named objects of any type in one namespace, pages of two, faults on request. */
final class FakeCluster implements Connection, Reader, Discovery {
	private static final int PAGE = 2;
	private final String name;
	private final List<String> objects;
	private final Optional<KubeException> fault;
	/** Where it is given, every list waits for it. */
	@Nullable
	CountDownLatch gate;

	FakeCluster(String name, Optional<KubeException> fault, String... objects) {
		this.name = name;
		this.fault = fault;
		this.objects = List.of(objects);
	}

	static KubeException away(String cluster) {
		return new KubeException.Unreachable(new KubeException.Request(cluster, "list", "pods"),
				new KubeException.Answer(0, "", cluster + " does not answer."), null);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Discovery discovery() {
		return this;
	}

	@Override
	public ServerVersion version() {
		fault.ifPresent(problem -> {
			throw problem;
		});
		return new ServerVersion("v1.2.3", "");
	}

	@Override
	public Catalogue resources() {
		version();
		return Catalogue.EMPTY;
	}

	@Override
	public Schemas schemas() {
		throw new IllegalStateException("not asked for");
	}

	@Override
	public Reader reader() {
		return this;
	}

	@Override
	public Writer writer() {
		throw new UnsupportedOperationException();
	}

	@Override
	public JsonNode get(ObjectKey key) {
		return object(key.name());
	}

	@Override
	public JsonNode raw(String pathAndQuery) {
		throw new IllegalStateException("not asked for");
	}

	@Override
	public Page list(Scope scope, ListOptions options, RowSink sink) throws InterruptedException {
		sink.columns(List.of(new Column("Name", "string", false, ""), new Column("Ready", "string", false, ""),
				new Column("IP", "string", true, "")));
		return page(scope, options, object -> sink.row(new Row(object, scope.namespace(), object, "1", Row.NO_TIME,
				new @Nullable Object[]{object, "1/1\u001b[2J", "10.0.0.1"})));
	}

	@Override
	public Page objects(Scope scope, ListOptions options, Consumer<JsonNode> sink) throws InterruptedException {
		return page(scope, options, object -> sink.accept(object(object)));
	}

	private static JsonNode object(String name) {
		var object = JsonNodeFactory.instance.objectNode().put("kind", "Pod").put("apiVersion", "v1");
		object.putObject("metadata").put("name", name).putObject("managedFields");
		return object;
	}

	private Page page(Scope scope, ListOptions options, Consumer<String> sink) throws InterruptedException {
		CountDownLatch open = gate;
		if (open != null) {
			open.countDown();
			open.await();
		}
		version();
		List<String> wanted = new ArrayList<>(objects);
		wanted.removeIf(object -> !scope.fields().isEmpty() && !scope.fields().equals("metadata.name=" + object));
		int from = options.next().isEmpty() ? 0 : Integer.parseInt(options.next());
		int to = Math.min(wanted.size(), from + PAGE);
		wanted.subList(from, to).forEach(sink);
		return new Page("1", to < wanted.size() ? Optional.of(Integer.toString(to)) : Optional.empty(),
				OptionalLong.of(wanted.size() - to));
	}

	@Override
	public void watch(Scope scope, String resourceVersion, RowSink sink) {
		throw new KubeException.Forbidden(new KubeException.Request(name, "watch", ""),
				new KubeException.Answer(403, "Forbidden", "no"), null);
	}

	@Override
	public void close() {
		// holds nothing
	}
}
