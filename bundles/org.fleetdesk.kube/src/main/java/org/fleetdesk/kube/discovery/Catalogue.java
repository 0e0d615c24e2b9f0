package org.fleetdesk.kube.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fleetdesk.kube.Finding;

/**
 * The resources of one server, without subresources, in the server's order (core group first). Immutable.
 *
 * @param types every resource in every served version
 * @param findings groups that did not answer
 */
public record Catalogue(List<ResourceType> types, List<Finding> findings) {

	/** A catalogue of nothing. */
	public static final Catalogue EMPTY = new Catalogue(List.of(), List.of());

	public Catalogue {
		types = List.copyOf(types);
		findings = List.copyOf(findings);
	}

	/** One type for each resource: the version its group prefers. */
	public List<ResourceType> preferred() {
		return types.stream().filter(ResourceType::preferred).toList();
	}

	/**
	 * Finds what a user means, as kubectl does: plural, singular, kind or short name, in any case; with ".group" or
	 * ".version.group" behind it where it is said (the start of a group will do). Of several groups the first in the server's order wins, of several
	 * versions the preferred one; plurals win over short names.
	 *
	 * @see <a href="https://github.com/kubernetes/kubectl/blob/v0.34.0/pkg/cmd/util/factory_client_access.go">kubectl</a>
	 */
	public Optional<ResourceType> find(String words) {
		String name = words.toLowerCase(Locale.ROOT);
		int dot = name.indexOf('.');
		String resource = dot < 0 ? name : name.substring(0, dot);
		String rest = dot < 0 ? "" : name.substring(dot + 1);
		return Stream.<Predicate<ResourceType>>of(t -> t.plural().equalsIgnoreCase(resource),
				t -> t.singular().equalsIgnoreCase(resource) || t.kind().equalsIgnoreCase(resource),
				t -> t.shortNames().contains(resource))
				.map(named -> types.stream().filter(named).filter(t -> within(t, rest))
						.min(Comparator.comparing((ResourceType t) -> !rest.equals(t.group()))
								.thenComparing(t -> !t.preferred())))
				.flatMap(Optional::stream).findFirst();
	}

	private static boolean within(ResourceType type, String rest) {
		return type.group().startsWith(rest) || rest.equals(type.version() + "." + type.group());
	}
}
