package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.fleetdesk.kube.KubeException;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import okhttp3.Response;

/** What answers mean that are not the one asked for. */
final class HttpFailures {

	private static final long MAX_BODY = 64 << 10;
	private static final ObjectMapper JSON = new ObjectMapper();

	private final Place place;
	private final Identity identity;
	private final InstantSource clock;

	HttpFailures(Place place, Identity identity, InstantSource clock) {
		this.place = place;
		this.identity = identity;
		this.clock = clock;
	}

	/** Whether a 2xx is the web page of a login or of a proxy. */
	static boolean page(Response response, String accept) {
		return type(response).equals("text/html") && !accept.contains("text/html") && !accept.contains("*/*");
	}

	private static String type(Response response) {
		String type = response.header("Content-Type", "");
		return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
	}

	/** The error for an answer that is no 2xx, or a page. Reads its body within bounds. */
	KubeException of(Response response) {
		int code = response.code();
		if (response.isRedirect() || code >= 300 && code < 400) {
			return place.unreachable(code, place.server() + " does not answer itself but points to "
					+ target(response) + ", which was not followed; the address may be that of a login page or proxy",
					null);
		}
		if (code < 300) {
			return page(code);
		}
		String text = text(response);
		JsonNode status = status(text);
		boolean kubernetes = status.path("kind").asText().equals("Status");
		if (!kubernetes && type(response).equals("text/html") && (code == 403 || code == 404)) {
			return page(code);
		}
		if (code == 400 && text.contains("HTTP") && text.contains("HTTPS")) {
			return place.unreachable(code, place.server() + " wants https; write https:// in the kubeconfig", null);
		}
		if (code == 407) {
			return place.unreachable(code, "the proxy " + place.proxy().orElse("before the server")
					+ " wants a user name and password; give them in proxy-url", null);
		}
		String said = kubernetes ? SafeText.line(status.path("message").asText(), 500) : "";
		String reason = kubernetes ? status.path("reason").asText() : "";
		Duration after = retryAfter(response, status);
		return StatusErrors.of(place.request(), place.answer(code, reason, clause(code, said, after)), after);
	}

	private KubeException page(int code) {
		return place.unreachable(code, place.server() + " answers with a web page and not as an API server does; "
				+ "check the address, and whether a proxy or a login page stands before it", null);
	}

	/** Scheme, host and port only: the rest may hold secrets. */
	private static String target(Response response) {
		try {
			URI target = URI.create(response.header("Location", ""));
			return target.getHost() == null
					? "another path"
					: SafeText.line(target.getScheme() + "://" + target.getHost()
							+ (target.getPort() < 0 ? "" : ":" + target.getPort()), 200);
		} catch (IllegalArgumentException e) {
			return "another address";
		}
	}

	private String clause(int code, String said, @Nullable Duration after) {
		String because = said.isEmpty() ? "" : ": " + said;
		return switch (code) {
			case 401 -> unauthenticated();
			case 403 -> "not allowed to " + place.asked() + because
					+ "; ask the cluster's administrators for the right";
			case 404 -> "cannot " + place.asked() + (said.isEmpty() ? ": the server has no such thing" : because);
			case 409 -> "cannot " + place.asked() + (said.isEmpty() ? ": it was changed meanwhile" : because);
			case 410 -> "what was asked for is too old to " + place.asked() + because;
			case 429 -> "the server has too many requests to " + place.asked() + because + "; try again "
					+ (after == null ? "later" : "in " + Math.max(1, after.toSeconds()) + " s");
			default -> (code < 500 ? "the server does not accept the request to " : "the server failed to ")
					+ place.asked() + " (HTTP " + code + ")" + because
					+ (code == 502 || code == 503 || code == 504 ? "; it may be starting or overloaded" : "");
		};
	}

	private String unauthenticated() {
		if (identity.source().isEmpty()) {
			return "the server wants a login, and the context names none; name a user in the kubeconfig";
		}
		Optional<Instant> end = identity.key().filter(k -> identity.authorization().isEmpty())
				.map(k -> k.certificate().getNotAfter().toInstant()).filter(clock.instant()::isAfter);
		if (end.isPresent()) {
			return "the client certificate " + identity.key().get() + " expired on " + end.get() + "; get a new one";
		}
		return "the server does not accept " + identity.source()
				+ " as a login; it may have expired, so log in again or get a new one";
	}

	private static String text(Response response) {
		try {
			return response.peekBody(MAX_BODY).string();
		} catch (IOException e) {
			return "";
		}
	}

	private static JsonNode status(String text) {
		try {
			return JSON.readTree(text);
		} catch (IOException e) {
			return MissingNode.getInstance();
		}
	}

	private @Nullable Duration retryAfter(Response response, JsonNode status) {
		String header = response.header("Retry-After", "").strip();
		int seconds = status.path("details").path("retryAfterSeconds").asInt(0);
		if (header.matches("\\d{1,6}")) {
			return Duration.ofSeconds(Math.max(seconds, Long.parseLong(header)));
		}
		try {
			if (!header.isEmpty()) {
				Duration wait = Duration.between(clock.instant(),
						ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
				return wait.isNegative() ? Duration.ZERO : wait;
			}
		} catch (DateTimeException e) {
			return seconds > 0 ? Duration.ofSeconds(seconds) : null;
		}
		return seconds > 0 ? Duration.ofSeconds(seconds) : null;
	}
}
