package org.fleetdesk.kube.config;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the "cluster" of a kubeconfig entry. */
final class ServerFields {

	private static final Set<String> PROXIES = Set.of("http", "https", "socks5", "socks5h");
	private static final String SERVER_EXAMPLE = "https://host:6443";

	private ServerFields() {
	}

	static KubeServer read(String name, Fields fields) throws BadEntry {
		Optional<Material> authority = fields.material("certificate-authority");
		boolean insecure = fields.flag("insecure-skip-tls-verify");
		if (insecure && authority.isPresent()) {
			throw fields.bad("insecure-skip-tls-verify",
					text("config.insecure"),
					text("config.insecure.remedy"));
		}
		String server = fields.text("server")
				.orElseThrow(() -> fields.bad("server", text("config.server"), text("config.server.remedy")));
		URI url = url(fields, server.strip(), insecure || authority.isPresent());
		Optional<String> proxy = fields.text("proxy-url");
		return new KubeServer(name, url, authority, insecure, fields.text("tls-server-name"),
				proxy.isEmpty() ? Optional.empty() : Optional.of(proxy(fields, proxy.get().strip())));
	}

	/** Without a scheme kubectl takes https if anything is said about certificates, else http. */
	private static URI url(Fields fields, String text, boolean secure) throws BadEntry {
		String whole = text.contains("://") ? text : (secure ? "https://" : "http://") + text;
		URI url = uri(fields, "server", whole, SERVER_EXAMPLE);
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		if (!scheme.equals("https") && !scheme.equals("http")) {
			throw fields.bad("server", text("config.scheme"), text("config.url.remedy", SERVER_EXAMPLE));
		}
		if (url.getRawUserInfo() != null) {
			throw fields.bad("server", text("config.url.login"),
					text("config.url.login.remedy"));
		}
		return url;
	}

	private static URI proxy(Fields fields, String text) throws BadEntry {
		String example = text("config.proxy.example");
		URI url = uri(fields, "proxy-url", text, example);
		if (!PROXIES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
			throw fields.bad("proxy-url", text("config.proxy"),
					text("config.url.remedy", example));
		}
		return url;
	}

	/** Never quotes the text, which may hold a password. */
	private static URI uri(Fields fields, String field, String text, String example) throws BadEntry {
		BadEntry bad = fields.bad(field, text("config.url"), text("config.url.remedy", example));
		try {
			URI url = new URI(text);
			if (url.getScheme() == null || url.getHost() == null || url.getPort() > 65535) {
				throw bad;
			}
			return url;
		} catch (URISyntaxException e) {
			throw bad;
		}
	}
}
