package org.fleetdesk.kube.config;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.config.KubeUser.Basic;
import org.fleetdesk.kube.config.KubeUser.ClientCertificate;
import org.fleetdesk.kube.config.KubeUser.Exec;
import org.fleetdesk.kube.config.KubeUser.Impersonation;

/** Reads the "user" of a kubeconfig entry. */
final class UserFields {

	private static final String EXEC_API = "client.authentication.k8s.io/";

	private UserFields() {
	}

	static KubeUser read(String name, Fields fields) throws BadEntry {
		if (fields.has("auth-provider")) {
			throw legacy(fields);
		}
		return new KubeUser(name, certificate(fields), token(fields), basic(fields), exec(fields),
				impersonation(fields));
	}

	private static BadEntry legacy(Fields fields) throws BadEntry {
		String provider = fields.map("auth-provider").text("name").orElse("");
		String remedy = switch (provider) {
			case "gcp" -> "Install gke-gcloud-auth-plugin and run \"gcloud container clusters get-credentials\" again.";
			case "azure" -> "Install kubelogin and run \"kubelogin convert-kubeconfig\".";
			case "oidc" -> "Use an exec plugin for OpenID Connect, such as kubectl oidc-login.";
			default -> "Use an exec plugin or a token.";
		};
		return fields.bad("auth-provider", "The login provider \"" + provider + "\" is not supported.", remedy);
	}

	private static Optional<ClientCertificate> certificate(Fields fields) throws BadEntry {
		Optional<Material> certificate = fields.material("client-certificate");
		Optional<Material> key = fields.material("client-key");
		if (certificate.isPresent() != key.isPresent()) {
			String missing = certificate.isPresent() ? "client-key" : "client-certificate";
			throw fields.bad(missing, "The entry gives " + (key.isPresent() ? "a client key" : "a client certificate")
					+ " without its " + (key.isPresent() ? "certificate." : "key."), "Give both.");
		}
		return certificate.map(c -> new ClientCertificate(c, key.orElseThrow()));
	}

	/** As in client-go a token file, which may change, goes before a token. */
	private static Optional<Material> token(Fields fields) throws BadEntry {
		Optional<Material> file = fields.file("tokenFile");
		return file.isPresent() ? file : inline(fields, "token");
	}

	private static Optional<Material> inline(Fields fields, String name) throws BadEntry {
		return fields.text(name)
				.map(t -> new Material.Inline(fields.field(name), t.getBytes(StandardCharsets.UTF_8)));
	}

	private static Optional<Basic> basic(Fields fields) throws BadEntry {
		Optional<String> user = fields.text("username");
		Optional<Material> password = inline(fields, "password");
		if (user.isEmpty() && password.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Basic(user.orElse(""),
				password.orElseGet(() -> new Material.Inline(fields.field("password"), new byte[0]))));
	}

	private static Optional<Exec> exec(Fields user) throws BadEntry {
		if (!user.has("exec")) {
			return Optional.empty();
		}
		Fields fields = user.map("exec");
		String command = fields.text("command").orElseThrow(
				() -> fields.bad("command", "The login plugin has no command.", "Name the program to run."));
		String api = fields.text("apiVersion").orElse("");
		if (!api.equals(EXEC_API + "v1") && !api.equals(EXEC_API + "v1beta1")) {
			throw fields.bad("apiVersion", "The login plugin's version is not one that is understood.",
					"Write " + EXEC_API + "v1 or " + EXEC_API + "v1beta1, and update the plugin if it is older.");
		}
		String mode = fields.text("interactiveMode").orElse("IfAvailable");
		if (!mode.equals("Never") && !mode.equals("IfAvailable") && !mode.equals("Always")) {
			throw fields.bad("interactiveMode", "The value is none of Never, IfAvailable, Always.",
					"Write one of them.");
		}
		Map<String, String> environment = new LinkedHashMap<>();
		for (Fields variable : fields.maps("env")) {
			String name = variable.text("name").orElseThrow(
					() -> variable.bad("name", "A variable of the login plugin has no name.", "Name it."));
			if (name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
				throw variable.bad("name", "The name of a variable holds a character that none may hold.",
						"Correct the name.");
			}
			environment.put(name, variable.text("value").orElse(""));
		}
		boolean path = command.indexOf('/') >= 0 || command.indexOf('\\') >= 0;
		return Optional.of(new Exec(path ? fields.path("command", command).toString() : command, fields.texts("args"),
				environment, api, fields.text("installHint").orElse(""), fields.flag("provideClusterInfo"), mode));
	}

	private static Optional<Impersonation> impersonation(Fields fields) throws BadEntry {
		String user = fields.text("as").orElse("");
		Impersonation impersonation = new Impersonation(user, fields.text("as-uid").orElse(""),
				fields.texts("as-groups"), fields.textsByName("as-user-extra"));
		boolean more = !impersonation.uid().isEmpty() || !impersonation.groups().isEmpty()
				|| !impersonation.extra().isEmpty();
		if (user.isEmpty() && more) {
			throw fields.bad("as", "The entry says as which groups to act, but not as which user.",
					"Name the user in as.");
		}
		return user.isEmpty() ? Optional.empty() : Optional.of(impersonation);
	}
}
