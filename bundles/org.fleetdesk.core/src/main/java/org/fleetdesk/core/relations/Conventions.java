package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * What an object of a kind that nobody described names, by the names that people give such fields: {@code …Ref} with a name
 * and perhaps a kind, {@code …Name} whose beginning is a kind of Kubernetes or of the object's own group. For one thread.
 */
final class Conventions {
	private static final Pattern REFERENCE = Pattern.compile("(.*?)(?:[rR]ef|[rR]eference)s?");
	private static final Pattern NAME = Pattern.compile("(.+)Name");
	/** Where a word begins in "tlsSecret". */
	private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
	/** What fields call kinds that have longer names. */
	private static final Map<String, String> CALLED = Map.of("claim", "persistentvolumeclaim", "volume",
			"persistentvolume");
	private static final Set<String> SKIPPED = Set.of("metadata", "managedFields", "apiVersion", "kind");
	private static final int MOST = 200;

	private final Served served;
	private final ResourceType own;
	private final Set<Pointer> found = new LinkedHashSet<>();

	/** What objects of a type name. */
	Conventions(Served served, ResourceType own) {
		this.served = served;
		this.own = own;
	}

	/** What an object names. */
	List<Pointer> read(JsonNode object) {
		object.properties().stream().filter(field -> !SKIPPED.contains(field.getKey()))
				.forEach(field -> field(field.getKey(), field.getValue()));
		return new ArrayList<>(found);
	}

	private void field(String name, JsonNode value) {
		if (found.size() >= MOST) {
			return;
		}
		if (value.isArray()) {
			value.forEach(element -> field(name, element));
			return;
		}
		Matcher reference = REFERENCE.matcher(name);
		Matcher named = NAME.matcher(name);
		if (value.isObject()) {
			if (reference.matches() && !text(value, "name").isEmpty()) {
				reference(name, reference.group(1), value);
			}
			value.properties().forEach(inner -> field(inner.getKey(), inner.getValue()));
		} else if (value.isTextual() && !value.textValue().isEmpty() && named.matches()) {
			kind(named.group(1))
					.ifPresent(type -> found.add(new Pointer.Named(name, KindKey.of(type), "", value.textValue())));
		}
	}

	private void reference(String name, String stem, JsonNode value) {
		String version = text(value, "apiVersion");
		String group = text(value, "apiGroup").isEmpty() ? text(value, "group") : text(value, "apiGroup");
		Optional<String> said = version.isEmpty()
				? Optional.of(group).filter(text -> !text.isEmpty())
				: Optional.of(RelationPlan.group(version));
		Optional<KindKey> meant = kind(stem).map(KindKey::of);
		if (!text(value, "kind").isEmpty() || meant.isPresent()) {
			found.add(new Pointer.Referred(name, meant, text(value, "kind"), said, text(value, "namespace"),
					text(value, "name")));
		}
	}

	/** The kind that a word ends with: a Secret of "tlsSecret". */
	private Optional<ResourceType> kind(String stem) {
		String[] words = WORD.split(stem);
		for (int from = 0; from < words.length; from++) {
			String word = String.join("", List.of(words).subList(from, words.length)).toLowerCase(Locale.ROOT);
			String wanted = CALLED.getOrDefault(word, word);
			Optional<ResourceType> found = served.listable().stream()
					.filter(type -> type.kind().toLowerCase(Locale.ROOT).equals(wanted))
					.filter(type -> type.group().equals(own.group()) || builtIn(type.group()))
					.min((a, b) -> Boolean.compare(b.group().equals(own.group()), a.group().equals(own.group())));
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	private static boolean builtIn(String group) {
		return !group.contains(".") || group.endsWith(".k8s.io");
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).isTextual() ? node.path(field).textValue() : "";
	}
}
