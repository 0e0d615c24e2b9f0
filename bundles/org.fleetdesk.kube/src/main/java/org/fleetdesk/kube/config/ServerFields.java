package org.fleetdesk.kube.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the "cluster" of a kubeconfig entry. */
final class ServerFields {

	private static final Set<String> PROXIES = Set.of("http", "https", "socks5", "socks5h");

	private ServerFields() {
	}

	static KubeServer read(String name, Fields fields) throws BadEntry {
		Optional<Material> authority = fields.material("certificate-authority");
		boolean insecure = fields.flag("insecure-skip-tls-verify");
		if (insecure && authority.isPresent()) {
			throw fields.bad("insecure-skip-tls-verify",
					"The entry names a certificate authority and says not to check certificates.",
					"Leave one of the two, as kubectl asks too.");
		}
		String server = fields.text("server")
				.orElseThrow(() -> fields.bad("server", "The entry names no server.", "Give the API server's URL."));
		URI url = url(fields, server.strip(), insecure || authority.isPresent());
		Optional<String> proxy = fields.text("proxy-url");
		return new KubeServer(name, url, authority, insecure, fields.text("tls-server-name"),
				proxy.isEmpty() ? Optional.empty() : Optional.of(proxy(fields, proxy.get().strip())));
	}

	/** Without a scheme kubectl takes https if anything is said about certificates, else http. */
	private static URI url(Fields fields, String text, boolean secure) throws BadEntry {
		String whole = text.contains("://") ? text : (secure ? "https://" : "http://") + text;
		URI url = uri(fields, "server", whole, "https://host:6443");
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		if (!scheme.equals("https") && !scheme.equals("http")) {
			throw fields.bad("server", "The URL is neither https nor http.", "Write it like https://host:6443.");
		}
		if (url.getRawUserInfo() != null) {
			throw fields.bad("server", "The URL holds a user name or password.",
					"Put them into username and password of the user entry.");
		}
		return url;
	}

	private static URI proxy(Fields fields, String text) throws BadEntry {
		String example = "http://proxy:3128 or socks5://proxy:1080";
		URI url = uri(fields, "proxy-url", text, example);
		if (!PROXIES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
			throw fields.bad("proxy-url", "The proxy is neither http, https nor socks5.",
					"Write it like " + example + ".");
		}
		return url;
	}

	/** Never quotes the text, which may hold a password. */
	private static URI uri(Fields fields, String field, String text, String example) throws BadEntry {
		BadEntry bad = fields.bad(field, "The value is not a URL with a host.", "Write it like " + example + ".");
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
