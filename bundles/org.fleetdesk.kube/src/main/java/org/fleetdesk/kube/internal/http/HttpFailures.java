package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Cause;
import org.fleetdesk.kube.internal.text.SafeText;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import okhttp3.Response;

/** What answers mean that are not the one asked for. */
final class HttpFailures {

	private static final long MAX_BODY = 64 << 10;
	private static final int MOST_CAUSES = 200;
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
			return place.unreachable(code, text("http.redirect", place.server(), target(response)), null);
		}
		if (code < 300) {
			return page(code);
		}
		String text = body(response);
		JsonNode status = status(text);
		boolean kubernetes = status.path("kind").asText().equals("Status");
		if (!kubernetes && type(response).equals("text/html") && (code == 403 || code == 404)) {
			return page(code);
		}
		if (code == 400 && text.contains("HTTP") && text.contains("HTTPS")) {
			return place.unreachable(code, text("http.https", place.server()), null);
		}
		if (code == 407) {
			return place.unreachable(code, place.proxy().map(proxy -> text("proxy.login", proxy))
					.orElseGet(() -> text("proxy.login.unnamed")), null);
		}
		String message = kubernetes ? identity.concealed(status.path("message").asText()) : "";
		String said = SafeText.line(message, 500);
		String reason = kubernetes ? status.path("reason").asText() : "";
		if (SaidFields.textsFault(code, message)) {
			String sentence = place
					.answer(code, reason, text("http.refused", place.asked(), code, text("because", said)))
					.message();
			return new KubeException.Invalid(place.request(),
					new KubeException.Answer(code, reason, sentence, SaidFields.of(message)), null);
		}
		Duration after = retryAfter(response, status);
		KubeException.Answer answer = place.answer(code, reason, clause(code, said, after));
		return StatusErrors.of(place.request(), kubernetes
				? new KubeException.Answer(code, reason, answer.message(), causes(status, message))
				: answer, after);
	}

	private List<Cause> causes(JsonNode status, String message) {
		if (status.path("details").path("causes").isEmpty()) {
			return SaidFields.of(message);
		}
		return StreamSupport.stream(status.path("details").path("causes").spliterator(), false).limit(MOST_CAUSES)
				.map(cause -> new Cause(SafeText.line(cause.path("reason").asText(), 100),
						SafeText.line(cause.path("field").asText(), 1_000),
						SafeText.line(identity.concealed(cause.path("message").asText()), 500)))
				.toList();
	}

	private KubeException page(int code) {
		return place.unreachable(code, text("http.page", place.server()), null);
	}

	/** Scheme, host and port only: the rest may hold secrets. */
	private static String target(Response response) {
		try {
			URI target = URI.create(response.header("Location", ""));
			return target.getHost() == null
					? text("http.redirect.path")
					: SafeText.line(target.getScheme() + "://" + target.getHost()
							+ (target.getPort() < 0 ? "" : ":" + target.getPort()), 200);
		} catch (IllegalArgumentException e) {
			return text("http.redirect.address");
		}
	}

	private String clause(int code, String said, @Nullable Duration after) {
		String because = said.isEmpty() ? "" : text("because", said);
		String asked = place.asked();
		return switch (code) {
			case 401 -> unauthenticated();
			case 403 -> unheard(said) ? unauthenticated() : text("http.forbidden", asked, because);
			case 404 -> text("http.cannot", asked, said.isEmpty() ? text("http.missing") : said);
			case 409 -> text("http.cannot", asked, said.isEmpty() ? text("http.changed") : said);
			case 410 -> text("http.old", asked, because);
			case 429 -> after == null
					? text("http.throttled", asked, because)
					: text("http.throttled.seconds", asked, because, Math.max(1, after.toSeconds()));
			case 502, 503, 504 -> text("http.busy", asked, code, because);
			default -> text(code < 500 ? "http.refused" : "http.failed", asked, code, because);
		};
	}

	/** Whether a user name and password went unheard: API servers of today take who sends them for nobody. */
	private boolean unheard(String said) {
		return said.contains("\"system:anonymous\"")
				&& identity.authorization().filter(header -> header.startsWith("Basic ")).isPresent();
	}

	private String unauthenticated() {
		if (identity.source().isEmpty()) {
			return text("login.wanted");
		}
		Optional<Instant> end = identity.key().filter(k -> identity.authorization().isEmpty())
				.map(k -> k.certificate().getNotAfter().toInstant()).filter(clock.instant()::isAfter);
		if (end.isPresent()) {
			return text("login.certificate.expired", identity.key().get(), end.get());
		}
		return text("login.refused", identity.source());
	}

	private static String body(Response response) {
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
