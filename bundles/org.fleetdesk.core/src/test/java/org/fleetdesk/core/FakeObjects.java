package org.fleetdesk.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Conflict;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whole objects of a cluster in memory, which are read, made, patched by merging and deleted, with versions and scale. What
 * comes to it is noted ("patch pods web/a", "dry create …", "create pods/eviction web/a"), and a test can have it refuse
 * that, or break off after it is done. Selectors are not looked at. Safe for any thread.
 */
public class FakeObjects implements Reader, Writer {
	private static final ObjectMapper JSON = new ObjectMapper();
	private final Map<String, ObjectNode> objects = new TreeMap<>(); // guarded by this
	private final List<String> sent = new ArrayList<>(); // guarded by this
	private long version = 100; // guarded by this

	/** A test's word on a request before anything is done: it may throw. */
	protected void asked(String line) throws InterruptedException {
		// all is well
	}

	/** A test's word on a request when it is done: it may throw. */
	protected void done(String line) throws InterruptedException {
		// all is well
	}

	/** An answer that never came. */
	public static KubeException gone() {
		return new Unreachable(new Request("prod", "patch", ""), new Answer(0, "", "prod does not answer."), null);
	}

	/** Puts an object there. */
	public synchronized void put(ObjectKey key, String json) {
		try {
			store(key, (ObjectNode) JSON.readTree(json));
		} catch (JsonProcessingException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** What came to it that changes something, in order. */
	public synchronized List<String> sent() {
		return List.copyOf(sent);
	}

	private ObjectNode store(ObjectKey key, ObjectNode object) {
		ObjectNode metadata = object.withObjectProperty("metadata").put("name", key.name())
				.put("resourceVersion", String.valueOf(++version));
		if (!key.namespace().isEmpty()) {
			metadata.put("namespace", key.namespace());
		}
		if (!metadata.has("uid")) {
			metadata.put("uid", "uid-" + version);
		}
		objects.put(path(key), object);
		return object.deepCopy();
	}

	private static String path(ObjectKey key) {
		return key.type().plural() + " " + key.path();
	}

	private synchronized ObjectNode there(ObjectKey key, String verb) {
		ObjectNode object = objects.get(path(key));
		if (object == null) {
			throw new NotFound(new Request("prod", verb, path(key)),
					new Answer(404, "NotFound", path(key) + " is not there."), null);
		}
		return object.deepCopy();
	}

	private static ObjectNode scaleOf(ObjectNode object) {
		ObjectNode scale = JSON.createObjectNode().put("apiVersion", "autoscaling/v1").put("kind", "Scale");
		scale.set("metadata", object.path("metadata").deepCopy());
		scale.putObject("spec").set("replicas", object.path("spec").path("replicas"));
		return scale;
	}

	@Override
	public JsonNode get(ObjectKey key) throws InterruptedException {
		asked("get " + path(key));
		return there(key, "get");
	}

	@Override
	public JsonNode raw(String path) {
		String[] parts = path.split("/");
		synchronized (this) {
			return scaleOf(objects.get(parts[parts.length - 3] + " " + parts[parts.length - 4] + "/"
					+ parts[parts.length - 2]));
		}
	}

	@Override
	public Page list(Scope scope, ListOptions options, RowSink sink) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void watch(Scope scope, String resourceVersion, RowSink sink) {
		throw new UnsupportedOperationException();
	}

	@Override
	public synchronized Page objects(Scope scope, ListOptions options, Consumer<JsonNode> sink) {
		objects.forEach((path, object) -> {
			if (path.startsWith(scope.type().plural() + " " + (scope.namespace().isEmpty()
					? ""
					: scope.namespace() + "/"))) {
				sink.accept(object.deepCopy());
			}
		});
		return new Page(String.valueOf(version), Optional.empty(), OptionalLong.empty());
	}

	/** What a request does. */
	private interface Work {
		ObjectNode on();
	}

	private Written sent(String verb, ObjectKey key, boolean dry, Work work) throws InterruptedException {
		String line = (dry ? "dry " : "") + verb + " " + path(key);
		synchronized (this) {
			sent.add(line);
		}
		asked(line);
		ObjectNode answer;
		synchronized (this) {
			answer = work.on();
		}
		done(line);
		return new Written(answer, false, List.of());
	}

	@Override
	public Written apply(ObjectKey key, JsonNode object, WriteOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Written create(ObjectKey key, JsonNode object, WriteOptions options)
			throws InterruptedException {
		if (!options.subresource().isEmpty()) {
			return sent("create " + options.subresource() + " of", key, options.dryRun(), () -> {
				ObjectNode evicted = there(key, "create");
				if (!options.dryRun()) {
					objects.remove(path(key));
				}
				return evicted;
			});
		}
		return sent("create", key, options.dryRun(), () -> {
			if (objects.containsKey(path(key))) {
				throw conflict(key, "AlreadyExists");
			}
			ObjectNode made = object.deepCopy();
			made.withObjectProperty("metadata").putArray("managedFields").addObject().put("manager",
					options.manager());
			return options.dryRun() ? made : store(key, made);
		});
	}

	@Override
	public Written replace(ObjectKey key, JsonNode object, WriteOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Written patch(ObjectKey key, Patch patch, WriteOptions options)
			throws InterruptedException {
		boolean scale = options.subresource().equals("scale");
		return sent(scale ? "scale" : "patch", key, options.dryRun(), () -> {
			ObjectNode object = there(key, "patch");
			String wanted = patch.content().path("metadata").path("resourceVersion").asText();
			if (!wanted.isEmpty() && !wanted.equals(object.path("metadata").path("resourceVersion").asText())) {
				throw conflict(key, "Conflict");
			}
			merge(object, patch.content());
			ObjectNode kept = options.dryRun() ? object : store(key, object);
			return scale ? scaleOf(kept) : kept;
		});
	}

	private static void merge(ObjectNode object, JsonNode patch) {
		patch.properties().forEach(field -> {
			if (field.getValue().isNull()) {
				object.remove(field.getKey());
			} else if (field.getValue().isObject()) {
				merge(object.withObjectProperty(field.getKey()), field.getValue());
			} else {
				object.set(field.getKey(), field.getValue());
			}
		});
	}

	private static Conflict conflict(ObjectKey key, String reason) {
		return new Conflict(new Request("prod", "patch", path(key)), new Answer(409, reason, path(key) + " " + reason),
				null);
	}

	@Override
	public Written delete(ObjectKey key, DeleteOptions options)
			throws InterruptedException {
		return sent("delete", key, options.dryRun(), () -> {
			ObjectNode object = there(key, "delete");
			if (!options.uid().isEmpty() && !options.uid().equals(object.path("metadata").path("uid").asText())) {
				throw conflict(key, "Conflict");
			}
			if (!options.dryRun()) {
				objects.remove(path(key));
			}
			return object;
		});
	}
}
