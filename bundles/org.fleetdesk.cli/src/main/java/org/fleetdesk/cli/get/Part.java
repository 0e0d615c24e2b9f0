package org.fleetdesk.cli.get;

import java.util.Optional;

import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;

/**
 * One list or one object of one cluster.
 *
 * @param scope where; for one object its namespace, without selectors
 * @param name the object's name, if one is meant
 */
record Part(Scope scope, Optional<String> name) {

	ResourceType type() {
		return scope.type();
	}

	/** A list of it: for one object by a field selector, so that the server gives its columns. */
	Scope list() {
		return name.map(n -> new Scope(type(), scope.namespace(), "", "metadata.name=" + escaped(n))).orElse(scope);
	}

	private static String escaped(String value) {
		return value.replaceAll("([\\\\,=])", "\\\\$1");
	}

	ObjectKey key() {
		return new ObjectKey(type(), scope.namespace(), name.orElseThrow());
	}
}
