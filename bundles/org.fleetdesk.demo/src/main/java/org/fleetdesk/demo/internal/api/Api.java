package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.http.Service;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.schema.OpenApi;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Finds out what a request is about and has it answered. Safe for any thread. */
public final class Api implements Service {

	private final Cluster cluster;
	private final String token;
	private final Discovery discovery;
	private final OpenApi openApi;
	private final Lists lists;
	private final Watches watches;
	private final Writes writes;
	private final Patches patches;
	private final Deletions deletions;
	private final Subresources subresources;
	private final Logs logs;

	/** {@code token} is what clients must show. */
	public Api(Cluster cluster, String token) {
		this.cluster = cluster;
		this.token = token;
		discovery = new Discovery(cluster.kinds());
		openApi = new OpenApi(cluster.kinds(), Cluster.VERSION);
		lists = new Lists(cluster);
		watches = new Watches(cluster);
		writes = new Writes(cluster);
		patches = new Patches(cluster, writes);
		deletions = new Deletions(cluster, writes);
		subresources = new Subresources(cluster, writes, deletions);
		logs = new Logs(cluster);
	}

	@Override
	public void serve(Exchange exchange) throws IOException, InterruptedException {
		try {
			List<String> path = exchange.segments();
			String first = path.isEmpty() ? "" : path.get(0);
			switch (first) {
				case "version" -> exchange.json(200, version());
				case "healthz", "readyz", "livez" ->
					exchange.send(200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
				default -> {
					authenticate(exchange);
					route(exchange, path, first);
				}
			}
		} catch (ApiException e) {
			if (e.status().path("details").has("retryAfterSeconds")) {
				exchange.header("Retry-After", e.status().path("details").path("retryAfterSeconds").asText());
			}
			exchange.json(e.code(), e.status());
		}
	}

	private void authenticate(Exchange exchange) {
		String shown = exchange.header("Authorization");
		if (shown.isEmpty()) {
			throw ApiException.of(403, "Forbidden", "forbidden: User \"system:anonymous\" cannot "
					+ (exchange.method().equals("GET") ? "get" : exchange.method().toLowerCase(java.util.Locale.ROOT))
					+ " path \"" + exchange.path() + "\"");
		}
		if (!java.security.MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8),
				("Bearer " + token).getBytes(StandardCharsets.UTF_8))) {
			throw ApiException.of(401, "Unauthorized", "Unauthorized");
		}
	}

	private void route(Exchange exchange, List<String> path, String first) throws IOException, InterruptedException {
		boolean aggregated = Discovery.aggregated(exchange.header("Accept"));
		switch (first) {
			case "openapi" -> openApi(exchange, path);
			case "api" -> {
				if (path.size() == 1) {
					discovered(exchange, aggregated ? discovery.aggregated(true) : discovery.versions(), aggregated);
				} else if (path.size() == 2) {
					discovered(exchange, discovery.resources("", path.get(1)), false);
				} else {
					resource(exchange, target("", path.get(1), path.subList(2, path.size())));
				}
			}
			case "apis" -> {
				switch (path.size()) {
					case 1 ->
						discovered(exchange, aggregated ? discovery.aggregated(false) : discovery.groups(), aggregated);
					case 2 -> discovered(exchange, discovery.group(path.get(1)), false);
					case 3 -> discovered(exchange, discovery.resources(path.get(1), path.get(2)), false);
					default -> resource(exchange, target(path.get(1), path.get(2), path.subList(3, path.size())));
				}
			}
			case "" -> {
				ObjectNode paths = Trees.object();
				paths.putArray("paths").add("/api").add("/apis").add("/healthz").add("/openapi/v2").add("/openapi/v3")
						.add("/version");
				exchange.json(200, paths);
			}
			default -> notFound(exchange);
		}
	}

	private static void discovered(Exchange exchange, ObjectNode document, boolean aggregated) throws IOException {
		exchange.send(200, aggregated ? Discovery.AGGREGATED : "application/json",
				Trees.JSON.writeValueAsBytes(document));
	}

	private static void notFound(Exchange exchange) throws IOException {
		exchange.send(404, "text/plain; charset=utf-8", "404 page not found\n".getBytes(StandardCharsets.UTF_8));
	}

	private void openApi(Exchange exchange, List<String> path) throws IOException {
		String version = path.size() > 1 ? path.get(1) : "";
		if (version.equals("v2")) {
			Form.of(exchange.header("Accept"));
			exchange.json(200, openApi.v2());
		} else if (version.equals("v3") && path.size() == 2) {
			exchange.json(200, openApi.index());
		} else if (version.equals("v3") && path.size() == 4 && path.get(2).equals("api")) {
			exchange.json(200, openApi.v3("", path.get(3)));
		} else if (version.equals("v3") && path.size() == 5 && path.get(2).equals("apis")) {
			exchange.json(200, openApi.v3(path.get(3), path.get(4)));
		} else {
			notFound(exchange);
		}
	}

	/** Reads {@code [namespaces/NAMESPACE/]PLURAL[/NAME[/SUBRESOURCE]]}. */
	private Optional<Target> target(String group, String version, List<String> path) {
		boolean inNamespace = path.size() > 2 && path.get(0).equals("namespaces")
				&& cluster.kinds().find(group, version, path.get(2)).filter(Kind::namespaced).isPresent();
		String namespace = inNamespace ? path.get(1) : "";
		List<String> rest = inNamespace ? path.subList(2, path.size()) : path;
		return cluster.kinds().find(group, version, rest.get(0)).filter(kind -> rest.size() <= 3)
				.filter(kind -> rest.size() < 3 || kind.subresources().containsKey(rest.get(2)))
				.map(kind -> new Target(kind, namespace, rest.size() > 1 ? rest.get(1) : "",
						rest.size() > 2 ? rest.get(2) : ""));
	}

	private void resource(Exchange exchange, Optional<Target> found) throws IOException, InterruptedException {
		if (found.isEmpty()) {
			notFound(exchange);
			return;
		}
		Target target = found.get();
		if (target.kind().measured() && (!exchange.method().equals("GET") || exchange.flag("watch"))) {
			throw ApiException.method();
		}
		if (target.name().isEmpty()) {
			collection(exchange, target);
		} else if (target.kind().namespaced() && target.namespace().isEmpty()) {
			notFound(exchange);
		} else if (target.subresource().isEmpty() || target.subresource().equals("status")
				|| target.subresource().equals("finalize") || target.subresource().equals("ephemeralcontainers")) {
			object(exchange, target);
		} else {
			subresource(exchange, target);
		}
	}

	private void collection(Exchange exchange, Target target) throws IOException, InterruptedException {
		switch (exchange.method()) {
			case "GET" -> {
				if (target.kind().review()) {
					throw ApiException.method();
				}
				if (exchange.flag("watch")) {
					watches.watch(exchange, target);
				} else {
					lists.list(exchange, target);
				}
			}
			case "POST" -> {
				if (target.kind().review()) {
					exchange.json(201, Reviews.review(exchange, target.kind()));
				} else if (target.kind().namespaced() && target.namespace().isEmpty()) {
					throw ApiException.method();
				} else {
					answer(exchange, 201, target, writes.create(exchange, target));
				}
			}
			case "DELETE" -> {
				if (!target.kind().verbs().contains("deletecollection")) {
					throw ApiException.method();
				}
				exchange.json(200, deletions.deleteCollection(exchange, target));
			}
			default -> throw ApiException.method();
		}
	}

	private void object(Exchange exchange, Target target) throws IOException, InterruptedException {
		switch (exchange.method()) {
			case "GET" -> {
				if (exchange.flag("watch")) {
					watches.watch(exchange, target);
				} else {
					Metrics metrics = new Metrics(cluster);
					answer(exchange, 200, target, cluster.store().get(target.key()).<Item>map(Item.Stored::new)
							.flatMap(item -> metrics.of(target.kind(), item)).map(Item::object)
							.orElseThrow(() -> ApiException.notFound(target.kind(), target.name())));
				}
			}
			case "PUT" -> answer(exchange, 200, target, writes.update(exchange, target));
			case "PATCH" -> {
				boolean there = cluster.store().get(target.key()).isPresent();
				answer(exchange, there ? 200 : 201, target, patches.patch(exchange, target));
			}
			case "DELETE" -> exchange.json(200, deletions.delete(exchange, target));
			default -> throw ApiException.method();
		}
	}

	private void subresource(Exchange exchange, Target target) throws IOException, InterruptedException {
		String verb = exchange.method() + " " + target.subresource();
		switch (verb) {
			case "GET scale", "PUT scale", "PATCH scale" -> exchange.json(200, subresources.scale(exchange, target));
			case "GET log" -> logs.log(exchange, target);
			case "POST eviction" -> exchange.json(201, subresources.evict(exchange, target));
			case "POST token" -> exchange.json(201, subresources.token(exchange, target));
			case "POST binding" -> exchange.json(201, subresources.bind(exchange, target));
			default -> throw ApiException.method();
		}
	}

	private void answer(Exchange exchange, int code, Target target, ObjectNode stored) throws IOException {
		Form form = Form.of(exchange.header("Accept"));
		ObjectNode shown = Presentation.one(target.kind(), stored, form, exchange.query("includeObject"),
				cluster.clock().instant());
		if (form == Form.YAML) {
			exchange.send(code, "application/yaml", Trees.YAML.writeValueAsBytes(shown));
		} else {
			exchange.json(code, shown);
		}
	}

	private static ObjectNode version() {
		return Trees.object().put("major", "1").put("minor", "35").put("gitVersion", Cluster.VERSION)
				.put("gitCommit", "fleetdesk-demo").put("gitTreeState", "clean")
				.put("buildDate", "2026-01-01T00:00:00Z")
				.put("goVersion", "none").put("compiler", "none").put("platform", "fleetdesk/demo");
	}
}
