package org.fleetdesk.kube.internal.write;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.http.Transport.Answer;
import org.fleetdesk.kube.internal.http.Transport.Call;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes over HTTP. Safe for any thread; the transport belongs to someone else. */
public final class HttpWriter implements Writer {

	private static final String JSON = "application/json";
	private static final String APPLY = "application/apply-patch+yaml";
	/** Longer than admission webhooks may take, 30 s each; the server itself ends requests after 60 s. */
	private static final Duration IDLE = Duration.ofSeconds(70);
	private static final int CREATED = 201;

	private final Transport transport;

	/** A writer through a transport. */
	public HttpWriter(Transport transport) {
		this.transport = transport;
	}

	@Override
	public Written apply(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		String query = query(options) + (options.force() ? "&force=true" : "");
		return send("PATCH", path(key, options) + query, "apply", key, new Call.Body(APPLY, object));
	}

	@Override
	public Written create(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		String path = options.subresource().isEmpty() ? collection(key) : path(key, options);
		return send("POST", path + query(options), "create", key, new Call.Body(JSON, object));
	}

	@Override
	public Written replace(ObjectKey key, JsonNode object, WriteOptions options) throws InterruptedException {
		return send("PUT", path(key, options) + query(options), "update", key, new Call.Body(JSON, object));
	}

	@Override
	public Written patch(ObjectKey key, Patch patch, WriteOptions options) throws InterruptedException {
		return send("PATCH", path(key, options) + query(options), "patch", key,
				new Call.Body(patch.type().mediaType(), patch.content()));
	}

	@Override
	public Written delete(ObjectKey key, DeleteOptions options) throws InterruptedException {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "DeleteOptions").put("apiVersion", "v1")
				.put("propagationPolicy", options.propagation().word());
		options.grace().ifPresent(grace -> body.put("gracePeriodSeconds", grace.toSeconds()));
		if (options.dryRun()) {
			body.putArray("dryRun").add("All");
		}
		if (!options.uid().isEmpty()) {
			body.withObjectProperty("preconditions").put("uid", options.uid());
		}
		if (!options.resourceVersion().isEmpty()) {
			body.withObjectProperty("preconditions").put("resourceVersion", options.resourceVersion());
		}
		return send("DELETE", collection(key) + "/" + encode(key.name()), "delete", key, new Call.Body(JSON, body));
	}

	private Written send(String method, String path, String verb, ObjectKey key, Call.Body body)
			throws InterruptedException {
		String resource = key.type().qualifiedName() + " " + key.path();
		Call call = new Call(method, path, JSON, verb, resource, IDLE, body);
		try (Answer answer = transport.send(call)) {
			JsonNode object = JsonAnswers.tree(answer);
			return new Written(object, answer.code() == CREATED, answer.warnings());
		}
	}

	private static String collection(ObjectKey key) {
		return Scope.all(key.type()).in(key.namespace()).path();
	}

	private static String path(ObjectKey key, WriteOptions options) {
		return collection(key) + "/" + encode(key.name())
				+ (options.subresource().isEmpty() ? "" : "/" + encode(options.subresource()));
	}

	private static String query(WriteOptions options) {
		return "?fieldManager=" + encode(options.manager())
				+ (options.strict() ? "&fieldValidation=Strict" : "&fieldValidation=Warn")
				+ (options.dryRun() ? "&dryRun=All" : "");
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}
}
