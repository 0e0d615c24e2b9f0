package org.fleetdesk.kube.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.kube.config.KubeconfigTokens.Values;
import org.fleetdesk.kube.internal.text.Texts;

/** Reads the "config" of the auth-provider "oidc", as client-go's plugin did. */
public final class OidcFields {

	private OidcFields() {
	}

	static OidcProvider read(String user, Fields fields) throws BadEntry {
		String issuer = required(fields, "idp-issuer-url");
		URI url = url(issuer)
				.orElseThrow(() -> fields.bad("idp-issuer-url", Texts.text("oidc.issuer.bad"),
						Texts.text("oidc.issuer.bad.remedy")));
		String id = required(fields, "client-id");
		List<String> scopes = Arrays.stream(fields.text("extra-scopes").orElse("").split("[,\\s]+"))
				.filter(s -> !s.isEmpty()).toList();
		KubeconfigTokens tokens = new KubeconfigTokens(fields.kubeconfig(), user,
				new Values(fields.text(TokenEdit.ID_TOKEN), fields.text(TokenEdit.REFRESH_TOKEN)));
		Optional<Material.Inline> secret = fields.text("client-secret").map(
				t -> new Material.Inline(fields.field("client-secret"), t.getBytes(StandardCharsets.UTF_8)));
		return new OidcProvider(url, id, secret, fields.material("idp-certificate-authority"), scopes, tokens);
	}

	private static String required(Fields fields, String name) throws BadEntry {
		return fields.text(name).map(String::strip).filter(t -> !t.isEmpty()).orElseThrow(
				() -> fields.bad(name, Texts.text("oidc.field.missing", name),
						Texts.text("oidc.field.missing.remedy")));
	}

	/** A URL that passwords and tokens may be sent to: https, or http on this computer; without a fragment. */
	public static Optional<URI> url(String text) {
		try {
			URI url = new URI(text);
			String scheme = url.getScheme() == null ? "" : url.getScheme();
			boolean usable = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
			boolean safe = scheme.equalsIgnoreCase("https")
					|| scheme.equalsIgnoreCase("http") && loopback(url.getHost());
			return usable && safe && url.getPort() < 65536 ? Optional.of(url) : Optional.empty();
		} catch (URISyntaxException e) {
			return Optional.empty();
		}
	}

	private static boolean loopback(String host) {
		if (host == null || !host.matches("localhost|[0-9.]+|\\[[0-9A-Fa-f:.]+\\]")) {
			return false;
		}
		try {
			return host.equals("localhost") || InetAddress.getByName(host).isLoopbackAddress();
		} catch (UnknownHostException e) {
			return false;
		}
	}
}
