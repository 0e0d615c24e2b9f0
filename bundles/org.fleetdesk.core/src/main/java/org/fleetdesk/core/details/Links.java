package org.fleetdesk.core.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.NamedTypes;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;

/** Finds the objects that an object names, as far as its cluster serves their kinds. Immutable. */
public final class Links {
	private static final int MOST_REFERENCES = 100;
	/** What fields call kinds that have longer names. */
	private static final Map<String, String> CALLED = Map.of("claim", "persistentvolumeclaim", "volume",
			"persistentvolume");
	/** Where a word begins in "tlsSecret". */
	private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
	private static final List<String> ENDS = List.of("KeyRef", "Refs", "Ref", "References", "Reference");

	/**
	 * A name that was found in an object by how its field is called.
	 *
	 * @param path where it stands
	 * @param field the field that is called so: "tlsSecretName", "issuerRef"
	 * @param kind its kind as objects have it
	 * @param link where it leads
	 */
	public record Reference(String path, String field, String kind, String name, Link.ToObject link) {
	}

	private final Catalogue catalogue;
	private final String group;
	private final String namespace;

	/**
	 * For an object.
	 *
	 * @param apiVersion the object's
	 * @param namespace the object's, or empty
	 */
	public Links(Catalogue catalogue, String apiVersion, String namespace) {
		this.catalogue = catalogue;
		this.group = group(apiVersion);
		this.namespace = namespace;
	}

	/** The group of an apiVersion: "apps" of "apps/v1", none of "v1". */
	public static String group(String apiVersion) {
		int slash = apiVersion.indexOf('/');
		return slash < 0 ? "" : apiVersion.substring(0, slash);
	}

	/** The object of a kind; in the namespace that is given, else in the object's own. */
	Optional<Link> named(KindKey kind, String name, String within) {
		return kind.in(catalogue).flatMap(type -> link(type, name, within)).map(link -> link);
	}

	/** The object of a kind as owner references say it. */
	Optional<Link> of(String apiVersion, String kind, String name) {
		return NamedTypes.of(catalogue, kind, Optional.of(group(apiVersion))).flatMap(type -> link(type, name, ""))
				.map(link -> link);
	}

	private Optional<Link.ToObject> link(ResourceType type, String name, String within) {
		String place = !type.namespaced() ? "" : within.isEmpty() ? namespace : within;
		return name.isEmpty() || type.namespaced() && place.isEmpty()
				? Optional.empty()
				: Optional.of(new Link.ToObject(KindKey.of(type), type.kind(), place, name));
	}

	/**
	 * What an object names by convention: maps called {@code …Ref} with a name, and texts called {@code …Name} after a kind: of
	 * any group if that is all that the field is called, else of Kubernetes' own or the object's.
	 */
	public List<Reference> references(JsonNode object) {
		List<Reference> found = new ArrayList<>();
		object.properties().stream().filter(e -> !e.getKey().equals("metadata"))
				.forEach(e -> walk(e.getKey(), e.getKey(), e.getValue(), found));
		return found.stream().distinct().toList();
	}

	private void walk(String path, String field, JsonNode node, List<Reference> found) {
		if (found.size() >= MOST_REFERENCES) {
			return;
		}
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				walk(path + "[" + i + "]", field, node.get(i), found);
			}
		} else if (node.isObject()) {
			reference(path, field, node).ifPresent(found::add);
			node.properties().forEach(e -> walk(path + "." + e.getKey(), e.getKey(), e.getValue(), found));
		} else if (node.isTextual() && field.endsWith("Name")) {
			called(field.substring(0, field.length() - "Name".length()))
					.flatMap(type -> reference(path, field, type, node.textValue(), "")).ifPresent(found::add);
		}
	}

	/** The kind that a field is called after: a Secret of "secret" and of "tlsSecret". */
	private Optional<ResourceType> called(String stem) {
		Optional<ResourceType> whole = NamedTypes.best(catalogue, t -> t.kind().equalsIgnoreCase(stem), group);
		String[] words = WORD.split(stem);
		for (int from = 0; from < words.length && whole.isEmpty(); from++) {
			String word = String.join("", List.of(words).subList(from, words.length)).toLowerCase(Locale.ROOT);
			String kind = CALLED.getOrDefault(word, word);
			whole = NamedTypes.best(catalogue, t -> t.kind().equalsIgnoreCase(kind)
					&& (t.group().equals(group) || KindKey.of(t).builtIn()), group);
		}
		return whole;
	}

	private Optional<Reference> reference(String path, String field, JsonNode map) {
		Optional<String> end = ENDS.stream().filter(field::endsWith).findFirst();
		String name = map.path("name").asText();
		if (end.isEmpty() || name.isEmpty()) {
			return Optional.empty();
		}
		String kind = map.path("kind").asText();
		String stem = kind.isEmpty() ? field.substring(0, field.length() - end.get().length()) : kind;
		String said = map.has("apiVersion")
				? group(map.path("apiVersion").asText())
				: map.path("apiGroup").asText(map.path("group").asText());
		boolean only = map.has("apiVersion") || map.has("apiGroup") || map.has("group");
		Predicate<ResourceType> wanted = t -> t.kind().toLowerCase(Locale.ROOT).equals(stem.toLowerCase(Locale.ROOT));
		return NamedTypes.best(catalogue, only ? wanted.and(t -> t.group().equals(said)) : wanted, only ? said : group)
				.flatMap(type -> reference(path + ".name", field, type, name, map.path("namespace").asText()));
	}

	private Optional<Reference> reference(String path, String field, ResourceType type, String name, String within) {
		return link(type, name, within).map(link -> new Reference(path, field, type.kind(), name, link));
	}
}
