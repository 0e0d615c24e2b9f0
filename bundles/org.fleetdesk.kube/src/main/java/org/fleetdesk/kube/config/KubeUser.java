package org.fleetdesk.kube.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.internal.text.SafeText;

/**
 * Who asks: the "user" of a kubeconfig. As in client-go several may be given at once; a token wins over basic, an exec
 * plugin over neither, OpenID Connect only where there is nothing else.
 *
 * @param name the entry's name, empty for nobody (anonymous)
 * @param certificate client certificate and key
 * @param token a bearer token, or a file that holds one and may change (client-go reads it again each minute)
 * @param basic user name and password
 * @param exec a plugin that makes credentials
 * @param oidc a login by OpenID Connect
 * @param impersonate whom to act as
 */
public record KubeUser(String name, Optional<ClientCertificate> certificate, Optional<Material> token,
		Optional<Basic> basic, Optional<Exec> exec, Optional<OidcProvider> oidc,
		Optional<Impersonation> impersonate) {

	/** Nobody. */
	public static final KubeUser ANONYMOUS = new KubeUser("", Optional.empty(), Optional.empty(), Optional.empty(),
			Optional.empty(), Optional.empty(), Optional.empty());

	public KubeUser {
		Objects.requireNonNull(name);
		Objects.requireNonNull(certificate);
		Objects.requireNonNull(token);
		Objects.requireNonNull(basic);
		Objects.requireNonNull(exec);
		Objects.requireNonNull(oidc);
		Objects.requireNonNull(impersonate);
	}

	/** The same, acting as somebody else. */
	public KubeUser acting(Impersonation as) {
		return new KubeUser(name, certificate, token, basic, exec, oidc, Optional.of(as));
	}

	/** A client certificate and its key, both PEM. */
	public record ClientCertificate(Material certificate, Material key) {
	}

	/** User name and password; the password is inline material. */
	public record Basic(String user, Material password) {
	}

	/**
	 * A credential plugin of {@code client.authentication.k8s.io}.
	 *
	 * @param command the binary: absolute, relative to the kubeconfig's folder if it holds a slash, else on the PATH
	 * @param arguments its arguments
	 * @param environment variables added to the environment
	 * @param apiVersion "client.authentication.k8s.io/v1" or "/v1beta1"
	 * @param installHint what the kubeconfig says about getting the binary, may be empty
	 * @param provideClusterInfo whether the plugin is told about the cluster
	 * @param interactiveMode "Never", "IfAvailable" or "Always"
	 */
	public record Exec(String command, List<String> arguments, Map<String, String> environment, String apiVersion,
			String installHint, boolean provideClusterInfo, String interactiveMode) {
		public Exec {
			Objects.requireNonNull(command);
			arguments = List.copyOf(arguments);
			environment = Map.copyOf(environment);
			Objects.requireNonNull(apiVersion);
			Objects.requireNonNull(installHint);
			Objects.requireNonNull(interactiveMode);
		}

		/** The same plugin with its program at a path. */
		public Exec at(String path) {
			return new Exec(path, arguments, environment, apiVersion, installHint, provideClusterInfo, interactiveMode);
		}

		/** Command and arguments as the user is asked about them; environment values may be secrets and are left out. */
		public String line() {
			return arguments.isEmpty() ? command : command + " " + String.join(" ", arguments);
		}

		/** The line without what looks like a token or a password: for messages and files. */
		public String safeLine() {
			return SafeText.redacted(line(), 200);
		}

		@Override
		public String toString() {
			return safeLine();
		}
	}

	/** Whom to act as: {@code act-as}, {@code as-uid}, {@code as-groups}, {@code as-user-extra}. */
	public record Impersonation(String user, String uid, List<String> groups, Map<String, List<String>> extra) {
		public Impersonation {
			Objects.requireNonNull(user);
			Objects.requireNonNull(uid);
			groups = List.copyOf(groups);
			extra = Map.copyOf(extra);
		}
	}
}
