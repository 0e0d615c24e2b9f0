package org.fleetdesk.kube.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.fleetdesk.kube.config.KubeUser.Impersonation;

import okhttp3.Headers;
import okhttp3.Request;

/** Says in headers whom to act as. */
final class Impersonations {

	private static final String PLAIN = "!#$&'*+-.^_`|~";

	private Impersonations() {
	}

	static void headers(Impersonation whom, Request.Builder request) {
		Headers.Builder headers = request.build().headers().newBuilder();
		headers.addUnsafeNonAscii("Impersonate-User", whom.user());
		if (!whom.uid().isEmpty()) {
			headers.addUnsafeNonAscii("Impersonate-Uid", whom.uid());
		}
		whom.groups().forEach(g -> headers.addUnsafeNonAscii("Impersonate-Group", g));
		whom.extra().forEach((key, values) -> values
				.forEach(v -> headers.addUnsafeNonAscii("Impersonate-Extra-" + escaped(key), v)));
		request.headers(headers.build());
	}

	/** Percent-encodes what a header's name cannot hold. */
	private static String escaped(String key) {
		StringBuilder escaped = new StringBuilder();
		for (byte b : key.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
			boolean plain = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b > 0 && PLAIN.indexOf(b) >= 0;
			escaped.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
		}
		return escaped.toString();
	}
}
