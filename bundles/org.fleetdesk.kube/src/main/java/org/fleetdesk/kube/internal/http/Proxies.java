package org.fleetdesk.kube.internal.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.config.KubeServer;

/** Which proxy leads to a server: the kubeconfig's, else that of HTTPS_PROXY, HTTP_PROXY and NO_PROXY as Go reads them. */
final class Proxies {

	private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|\\d\\d?)";
	private static final String IPV4 = BYTE + "(\\." + BYTE + "){3}";

	private Proxies() {
	}

	/** The proxy's URL, if there is to be one. */
	static Optional<URI> of(KubeServer server, Map<String, String> environment) {
		if (server.proxy().isPresent()) {
			return server.proxy();
		}
		URI url = server.url();
		boolean secure = url.getScheme().equalsIgnoreCase("https");
		String proxy = variable(environment, secure ? "HTTPS_PROXY" : "HTTP_PROXY").strip();
		int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
		if (proxy.isEmpty() || direct(bare(url.getHost()), port, variable(environment, "NO_PROXY"))) {
			return Optional.empty();
		}
		try {
			return Optional.of(URI.create(proxy.contains("://") ? proxy : "http://" + proxy));
		} catch (IllegalArgumentException e) {
			return Optional.of(URI.create("invalid:proxy"));
		}
	}

	private static String variable(Map<String, String> environment, String name) {
		String upper = environment.getOrDefault(name, "");
		return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
	}

	/** Where a proxy is; its name is not looked up here. */
	static InetSocketAddress address(URI url, int port) {
		return InetSocketAddress.createUnresolved(bare(url.getHost()), url.getPort() >= 0 ? url.getPort() : port);
	}

	/** A host without the brackets that URLs put around IPv6 addresses. */
	static String bare(String host) {
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	/** Whether Go goes to a host without the proxy. */
	static boolean direct(String host, int port, String exceptions) {
		String name = host.toLowerCase(Locale.ROOT);
		Optional<InetAddress> address = literal(name);
		if (name.equals("localhost") || address.filter(InetAddress::isLoopbackAddress).isPresent()) {
			return true;
		}
		for (String part : exceptions.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
			if (!part.isEmpty() && matches(part, name, port, address)) {
				return true;
			}
		}
		return false;
	}

	private static boolean matches(String part, String name, int port, Optional<InetAddress> address) {
		if (part.equals("*")) {
			return true;
		}
		if (part.contains("/")) {
			return address.isPresent() && within(address.get(), part);
		}
		String wanted = part;
		int colon = part.lastIndexOf(':');
		if (colon > 0 && (part.indexOf(':') == colon || part.charAt(colon - 1) == ']')) {
			if (!part.substring(colon + 1).equals(String.valueOf(port))) {
				return false;
			}
			wanted = part.substring(0, colon);
		}
		wanted = bare(wanted);
		Optional<InetAddress> literal = literal(wanted);
		if (literal.isPresent()) {
			return literal.equals(address);
		}
		if (wanted.startsWith("*.")) {
			wanted = wanted.substring(1);
		}
		return wanted.startsWith(".")
				? name.endsWith(wanted)
				: name.equals(wanted) || name.endsWith("." + wanted);
	}

	private static boolean within(InetAddress address, String range) {
		int slash = range.indexOf('/');
		Optional<InetAddress> network = literal(range.substring(0, slash));
		String bits = range.substring(slash + 1);
		if (network.isEmpty() || !bits.matches("\\d{1,3}")) {
			return false;
		}
		byte[] a = address.getAddress();
		byte[] n = network.get().getAddress();
		int length = Integer.parseInt(bits);
		if (a.length != n.length || length > 8 * n.length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			int bit = 0x80 >> (i % 8);
			if ((a[i / 8] & bit) != (n[i / 8] & bit)) {
				return false;
			}
		}
		return true;
	}

	/** An address written in numbers; never asks a name server. */
	private static Optional<InetAddress> literal(String text) {
		if (!text.matches(IPV4) && !text.contains(":")) {
			return Optional.empty();
		}
		try {
			return Optional.of(InetAddress.getByName(text));
		} catch (UnknownHostException e) {
			return Optional.empty();
		}
	}
}
