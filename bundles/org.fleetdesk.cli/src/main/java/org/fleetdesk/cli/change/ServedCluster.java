package org.fleetdesk.cli.change;

import java.util.Locale;
import java.util.Optional;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.fleet.Permissions;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.config.KubeUser;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.write.Writer;

/**
 * A cluster whose types are known, as operations use it.
 *
 * @param target the cluster
 * @param catalogue what it serves
 */
record ServedCluster(Target target, Catalogue catalogue) implements ClusterAccess {

	@Override
	public String id() {
		return target.id();
	}

	@Override
	public String name() {
		return target.name();
	}

	@Override
	public String identity() {
		KubeUser user = target.context().user();
		return user.impersonate().map(KubeUser.Impersonation::user).orElse(user.name());
	}

	@Override
	public String context() {
		return target.context().name();
	}

	@Override
	public Permissions permissions() {
		return target.permissions();
	}

	@Override
	public Mark mark() {
		return target.mark();
	}

	@Override
	public Reader reader() {
		return target.reader();
	}

	@Override
	public Writer writer(Confirmation confirmation) {
		return target.writer(confirmation);
	}

	/** The object that a document of a file means here; a {@link Failure} if there can be none. */
	ObjectKey key(FileOptions.Wish wish, Optional<String> namespace) {
		Document document = wish.document();
		ResourceType type = catalogue.types().stream()
				.filter(t -> t.apiVersion().equals(document.apiVersion()) && t.kind().equals(document.kind()))
				.findFirst().orElseThrow(() -> Failure.of("document.place", wish.file(), document.firstLine(),
						Texts.text("document.kind", document.kind(), document.apiVersion(), name())));
		String own = document.namespace();
		if (type.namespaced() && !own.isEmpty() && namespace.filter(n -> !n.equals(own)).isPresent()) {
			throw Failure.of("document.place", wish.file(), document.firstLine(),
					Texts.text("document.namespace", own, namespace.get()));
		}
		return new ObjectKey(type,
				type.namespaced() ? own.isEmpty() ? namespace.orElseGet(target::defaultNamespace) : own : "",
				document.name());
	}

	/** "deployment.apps": what kubectl calls the type of one object. */
	static String word(ResourceType type) {
		return type.kind().toLowerCase(Locale.ROOT) + (type.group().isEmpty() ? "" : "." + type.group());
	}
}
