package org.fleetdesk.demo.internal.kinds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds a demo server has now. Safe for any thread: every change replaces the whole list. */
public final class Kinds {

	private static final List<Kind> BUILT_IN = KindsFile.read();

	/** Guarded by this. */
	private final Map<String, List<Kind>> custom = new TreeMap<>();
	private volatile List<Kind> all = BUILT_IN;

	/** Every kind in every version, the built-in ones first. */
	public List<Kind> all() {
		return all;
	}

	public Optional<Kind> find(String group, String version, String plural) {
		return all.stream()
				.filter(kind -> kind.plural().equals(plural) && kind.group().equals(group)
						&& kind.version().equals(version))
				.findFirst();
	}

	/** By the two lines at the top of a manifest. */
	public Optional<Kind> named(String apiVersion, String name) {
		return all.stream().filter(kind -> kind.kind().equals(name) && kind.apiVersion().equals(apiVersion))
				.findFirst();
	}

	/** The versions of every group, both in the order in which they are served. */
	public Map<String, List<String>> groups() {
		Map<String, List<String>> groups = new LinkedHashMap<>();
		for (Kind kind : all) {
			List<String> versions = groups.computeIfAbsent(kind.group(), group -> new ArrayList<>());
			if (!versions.contains(kind.version())) {
				versions.add(kind.version());
			}
		}
		return groups;
	}

	public List<Kind> of(String group, String version) {
		return all.stream().filter(kind -> kind.group().equals(group) && kind.version().equals(version)).toList();
	}

	/** Serves what a definition defines, in place of what a definition of that name defined before. */
	public synchronized void define(String name, JsonNode definition) {
		custom.put(name, CustomKinds.of(definition));
		publish();
	}

	public synchronized void remove(String name) {
		custom.remove(name);
		publish();
	}

	private void publish() {
		List<Kind> kinds = new ArrayList<>(BUILT_IN);
		custom.values().forEach(kinds::addAll);
		all = List.copyOf(kinds);
	}
}
