package org.fleetdesk.core.events;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;

/**
 * The object that an event is about.
 *
 * @param cluster its cluster
 * @param type its kind, as the cluster serves it
 * @param namespace its namespace, or empty
 * @param name its name
 */
public record Involved(Cluster cluster, ResourceType type, String namespace, String name) {
	private static final String OBJECT = "Object";

	public Involved {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(type);
		Objects.requireNonNull(namespace);
		Objects.requireNonNull(name);
	}

	/** The object of an event's line; empty if the line names none, or one of a kind that its cluster is not known to serve. */
	public static Optional<Involved> of(Line event) {
		String text = text(event);
		int slash = text.indexOf('/');
		if (slash <= 0 || slash == text.length() - 1) {
			return Optional.empty();
		}
		String kind = text.substring(0, slash);
		String name = text.substring(slash + 1);
		return event.cluster().state().catalogue().types().stream().filter(type -> type.kind().equalsIgnoreCase(kind))
				.min(Comparator.comparing(type -> !type.preferred()))
				.map(type -> new Involved(event.cluster(), type, type.namespaced() ? event.row().namespace() : "",
						name));
	}

	/** The object as the event's line names it: "pod/web-1"; empty if it names none. */
	public static String text(Line event) {
		List<Column> columns = event.columns();
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equals(OBJECT) && event.row().cell(i) instanceof String text) {
				return text;
			}
		}
		return "";
	}
}
