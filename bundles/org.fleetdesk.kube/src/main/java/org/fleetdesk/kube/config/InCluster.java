package org.fleetdesk.kube.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account that Kubernetes gives a program in a pod. Its token changes now and then and is read again each minute, as
 * every token in a file.
 */
public final class InCluster {

	/** The name of the context, its server, its user and its source. */
	public static final String NAME = "in-cluster";
	/** Where Kubernetes puts the account's files. */
	public static final Path FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

	private InCluster() {
	}

	/**
	 * The account as a kubeconfig of one context, which is current; none where this is no pod.
	 *
	 * @param environment names the API server in KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT
	 * @param folder holds token, ca.crt and namespace
	 */
	public static Optional<Kubeconfig> find(Map<String, String> environment, Path folder) {
		String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
		String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
		Path token = folder.resolve("token");
		if (host.isEmpty() || !port.matches("\\d{1,5}") || !Files.isReadable(token)) {
			return Optional.empty();
		}
		try {
			URI url = new URI("https", null, host, Integer.parseInt(port), null, null, null);
			Path authority = folder.resolve("ca.crt");
			KubeServer server = new KubeServer(NAME, url,
					Files.exists(authority) ? Optional.of(new Material.InFile("ca.crt", authority)) : Optional.empty(),
					false, Optional.empty(), Optional.empty());
			KubeUser user = new KubeUser(NAME, Optional.empty(), Optional.of(new Material.InFile("token", token)),
					Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
			return Optional.of(new Kubeconfig(List.of(new KubeContext(NAME, NAME, server, user, namespace(folder))),
					Optional.of(NAME), List.of()));
		} catch (URISyntaxException e) {
			return Optional.empty();
		}
	}

	private static Optional<String> namespace(Path folder) {
		try {
			return Optional.of(Files.readString(folder.resolve("namespace")).strip()).filter(n -> !n.isEmpty());
		} catch (IOException e) {
			return Optional.empty();
		}
	}
}
