package org.fleetdesk.kube.config;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
		return new KubeUser(name, certificate(fields), token(fields), basic(fields), exec(fields),
				oidc(name, fields), impersonation(fields));
	}

	private static Optional<OidcProvider> oidc(String user, Fields fields) throws BadEntry {
		if (!fields.has("auth-provider")) {
			return Optional.empty();
		}
		String provider = fields.map("auth-provider").text("name").orElse("");
		if (!provider.equals("oidc")) {
			throw legacy(fields, provider);
		}
		return Optional.of(OidcFields.read(user, fields.map("auth-provider").map("config")));
	}

	private static BadEntry legacy(Fields fields, String provider) {
		String remedy = switch (provider) {
			case "gcp" -> text("config.provider.gcp");
			case "azure" -> text("config.provider.azure");
			default -> text("config.provider.other");
		};
		return fields.bad("auth-provider", text("config.provider", provider), remedy);
	}

	private static Optional<ClientCertificate> certificate(Fields fields) throws BadEntry {
		Optional<Material> certificate = fields.material("client-certificate");
		Optional<Material> key = fields.material("client-key");
		if (certificate.isPresent() != key.isPresent()) {
			throw fields.bad(key.isPresent() ? "client-certificate" : "client-key",
					text(key.isPresent() ? "config.certificate.missing" : "config.key.missing"),
					text("config.pair.remedy"));
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
				() -> fields.bad("command", text("config.command"), text("config.command.remedy")));
		String api = fields.text("apiVersion").orElse("");
		if (!api.equals(EXEC_API + "v1") && !api.equals(EXEC_API + "v1beta1")) {
			throw fields.bad("apiVersion", text("config.api"),
					text("config.api.remedy", EXEC_API + "v1", EXEC_API + "v1beta1"));
		}
		String mode = fields.text("interactiveMode").orElse("IfAvailable");
		if (!mode.equals("Never") && !mode.equals("IfAvailable") && !mode.equals("Always")) {
			throw fields.bad("interactiveMode", text("config.mode"),
					text("config.mode.remedy"));
		}
		Map<String, String> environment = new LinkedHashMap<>();
		for (Fields variable : fields.maps("env")) {
			String name = variable.text("name").orElseThrow(
					() -> variable.bad("name", text("config.variable"), text("config.nameless.remedy")));
			if (name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
				throw variable.bad("name", text("config.variable.name"),
						text("config.variable.name.remedy"));
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
			throw fields.bad("as", text("config.as"),
					text("config.as.remedy"));
		}
		if (Stream.concat(Stream.of(List.of(user, impersonation.uid()), impersonation.groups()),
				impersonation.extra().values().stream()).flatMap(List::stream)
				.anyMatch(value -> value.chars().anyMatch(Character::isISOControl))) {
			throw fields.bad("as", text("config.as.characters"), text("config.as.characters.remedy"));
		}
		return user.isEmpty() ? Optional.empty() : Optional.of(impersonation);
	}
}
