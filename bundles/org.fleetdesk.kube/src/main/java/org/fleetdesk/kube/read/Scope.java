package org.fleetdesk.kube.read;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.fleetdesk.kube.discovery.ResourceType;

/**
 * Which objects: of one type, in one namespace or all, by selectors.
 *
 * @param type their resource
 * @param namespace one namespace, or empty for all (always empty for cluster-scoped types)
 * @param labels a label selector in kubectl's words, or empty
 * @param fields a field selector in kubectl's words, or empty
 */
public record Scope(ResourceType type, String namespace, String labels, String fields) {
	public Scope {
		Objects.requireNonNull(type);
		Objects.requireNonNull(labels);
		Objects.requireNonNull(fields);
		namespace = type.namespaced() ? namespace : "";
	}

	/** All objects of a type. */
	public static Scope all(ResourceType type) {
		return new Scope(type, "", "", "");
	}

	/** The same objects, of one namespace only (empty: of all). */
	public Scope in(String other) {
		return new Scope(type, other, labels, fields);
	}

	/** URL path of the list, encoded. */
	public String path() {
		String within = namespace.isEmpty()
				? ""
				: "/namespaces/" + URLEncoder.encode(namespace, StandardCharsets.UTF_8).replace("+", "%20");
		return type.apiPath() + within + "/" + type.plural();
	}
}
