package org.fleetdesk.kube.internal.schema;

import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.schema.Schemas;

import com.fasterxml.jackson.databind.JsonNode;

/** OpenAPI over HTTP. Safe for any thread; the transport belongs to someone else. */
public final class HttpSchemas implements Schemas {

	private static final String ROOT = "/openapi/v3";

	private final Transport transport;

	/** The documents that a transport reaches. */
	public HttpSchemas(Transport transport) {
		this.transport = transport;
	}

	@Override
	public JsonNode openApi(String apiVersion) throws InterruptedException {
		JsonNode index;
		try {
			index = document(ROOT);
		} catch (NotFound beforeVersion3) {
			return document("/openapi/v2");
		}
		String group = (apiVersion.contains("/") ? "apis/" : "api/") + apiVersion;
		String hashed = index.path("paths").path(group).path("serverRelativeURL").asText();
		return document(hashed.startsWith(ROOT + "/") ? hashed : ROOT + "/" + group);
	}

	private JsonNode document(String path) throws InterruptedException {
		return JsonAnswers.tree(transport, JsonAnswers.get(path, "application/json", "get", path));
	}
}
