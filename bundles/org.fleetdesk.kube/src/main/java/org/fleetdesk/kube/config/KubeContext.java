package org.fleetdesk.kube.config;

import java.util.Objects;
import java.util.Optional;

/**
 * One context of a kubeconfig, whole: where the server is and who asks. Holding one costs nothing and has read no other
 * file: certificate and token files are read, and plugins run, when a connection is used.
 *
 * @param name the context's name
 * @param source which source it came from, as shown to the user: a file's path, "pasted text", "in-cluster"
 * @param server where
 * @param user who
 * @param namespace the context's default namespace, if it names one
 */
public record KubeContext(String name, String source, KubeServer server, KubeUser user, Optional<String> namespace) {
	public KubeContext {
		Objects.requireNonNull(name);
		Objects.requireNonNull(source);
		Objects.requireNonNull(server);
		Objects.requireNonNull(user);
		Objects.requireNonNull(namespace);
	}
}
