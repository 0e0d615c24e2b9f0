package org.fleetdesk.core.details;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.kinds.WebLink;
import org.fleetdesk.kube.read.TreePath;

/** The pages in the browser that an object leads to. */
final class WebLinks {
	private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

	private WebLinks() {
	}

	/** Whether an address is one that a browser shows and that runs nothing here. */
	static boolean safe(URI address) {
		String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
		return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
	}

	/** The addresses of a link for an object: one for each value of the path that has several. */
	static List<URI> of(WebLink link, JsonNode object) {
		List<String> urls = List.of("");
		for (WebLink.Part part : WebLink.parts(link.url()).orElse(List.of())) {
			List<String> values = part.path() ? values(part.text(), object) : List.of(part.text());
			List<String> longer = new ArrayList<>();
			urls.forEach(url -> values.forEach(value -> longer.add(url + value)));
			urls = longer;
		}
		return urls.stream().map(WebLinks::page).flatMap(Optional::stream).distinct().toList();
	}

	private static List<String> values(String path, JsonNode object) {
		return TreePath.parse(path).in(object).stream()
				.filter(p -> p.node().isValueNode() && !p.node().asText().isEmpty())
				.map(p -> encoded(p.node().asText()))
				.distinct().toList();
	}

	/** The address that a text is, if it is one of the web. */
	static Optional<URI> page(String text) {
		try {
			URI address = new URI(text);
			return safe(address) ? Optional.of(address) : Optional.empty();
		} catch (URISyntaxException e) {
			return Optional.empty(); // an ordinary text
		}
	}

	private static String encoded(String value) {
		StringBuilder text = new StringBuilder();
		for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xff);
			boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
			text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
		}
		return text.toString();
	}
}
