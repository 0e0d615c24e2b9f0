package org.fleetdesk.bench.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One request: a path, its parameters, and what its headers accept. */
record Request(String path, Map<String, String> parameters, String accept) {

	/** The next request of a connection; null at its end. */
	static @Nullable Request read(InputStream in) throws IOException {
		String first = line(in);
		if (first.isEmpty()) {
			return null;
		}
		String accept = "*/*";
		int body = 0;
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("accept:")) {
				accept = header.substring("accept:".length()).strip();
			} else if (lower.startsWith("content-length:")) {
				body = Integer.parseInt(header.substring("content-length:".length()).strip());
			}
		}
		in.skipNBytes(body);
		String target = first.split(" ")[1];
		int question = target.indexOf('?');
		Map<String, String> parameters = new HashMap<>();
		if (question >= 0) {
			for (String pair : target.substring(question + 1).split("&")) {
				int equal = pair.indexOf('=');
				if (equal > 0) {
					parameters.put(pair.substring(0, equal), URLDecoder.decode(pair.substring(equal + 1), UTF_8));
				}
			}
		}
		return new Request(question < 0 ? target : target.substring(0, question), parameters, accept);
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
			if (b != '\r') {
				line.write(b);
			}
		}
		return line.toString(ISO_8859_1);
	}

	/** A parameter, or empty. */
	String text(String name) {
		return parameters.getOrDefault(name, "");
	}

	/** A parameter that is a number, or another number. */
	int number(String name, int otherwise) {
		String text = text(name);
		return text.isEmpty() ? otherwise : Integer.parseInt(text);
	}
}
