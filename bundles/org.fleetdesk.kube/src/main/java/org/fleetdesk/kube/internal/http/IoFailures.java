package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.jspecify.annotations.Nullable;

/** What it means when no answer comes, or only a part of one. */
final class IoFailures {

	private IoFailures() {
	}

	/** The error for a request that got no answer. */
	static KubeException of(Place place, Identity identity, IOException problem) {
		RefusedCertificate refused = cause(problem, RefusedCertificate.class);
		if (refused != null) {
			return place.untrusted(refused.getMessage(), problem);
		}
		if (problem instanceof SSLException tls) {
			return tls(place, identity, tls);
		}
		String message = String.valueOf(problem.getMessage());
		if (message.startsWith("Canceled")) {
			return place.unreachable(0, text("io.closed.asking", place.asked()), problem);
		}
		if (problem instanceof SocksSockets.Refused) {
			return place.unreachable(0, message, problem);
		}
		if (message.contains("authenticate with proxy")) {
			return place.unreachable(0, text("proxy.denied", place.proxy().orElse("")), problem);
		}
		if (message.contains("CONNECT")) {
			String code = message.replaceAll("\\D", "");
			return place.unreachable(0, text("proxy.refuses", place.proxy().orElse(""), place.server(),
					code.isEmpty() ? "" : text("http.code", code)), problem);
		}
		return place.unreachable(0, text("io.reach", place.way(), clause(place, problem, message)), problem);
	}

	private static String clause(Place place, IOException problem, String message) {
		String host = place.server().replaceFirst("^\\w+://", "").replaceFirst(":\\d+$", "");
		return switch (problem) {
			case UnknownHostException e -> text("io.name", message.contains(host) || place.proxy().isEmpty()
					? host
					: place.proxy().get());
			case SocketTimeoutException e when message.toLowerCase().contains("connect") ->
				text("io.silent");
			case SocketTimeoutException e when handshake(place, message) -> text("io.mute");
			case SocketTimeoutException e -> text("io.slow", seconds(place));
			case NoRouteToHostException e -> text("io.route");
			case ConnectException e -> text("io.refused");
			case ProtocolException e -> text("io.protocol");
			default -> text("io.broke");
		};
	}

	/** Whether a socket's own limit was over, which is shorter than the call's while TLS or a proxy is agreed on. */
	private static boolean handshake(Place place, String message) {
		return message.equals("Read timed out") && place.idle().compareTo(Limits.USUAL.connect()) > 0;
	}

	private static String seconds(Place place) {
		return place.idle().toSeconds() > 0 ? place.idle().toSeconds() + " s" : place.idle().toMillis() + " ms";
	}

	private static KubeException tls(Place place, Identity identity, SSLException problem) {
		String message = String.valueOf(problem.getMessage());
		if (problem instanceof SSLPeerUnverifiedException) {
			return place.untrusted(text("tls.host", place.server()), problem);
		}
		if (message.contains("Unsupported or unrecognized SSL message")) {
			return place.untrusted(text("tls.plain", place.server()), problem);
		}
		boolean ours = message.contains("certificate") || message.contains("unknown_ca")
				|| message.contains("decrypt_error") || message.contains("access_denied");
		if (message.contains("alert") && ours) {
			String clause = identity.key().isEmpty()
					? text("tls.certificate.wanted")
					: text("tls.certificate.refused", identity.source());
			return new KubeException.Unauthenticated(place.request(), place.answer(0, "", clause), problem);
		}
		if (message.contains("protocol") || message.contains("handshake_failure") || message.contains("cipher")) {
			return place.untrusted(text("tls.versions", place.server()), problem);
		}
		return place.unreachable(0, text("io.reach", place.way(), text("tls.broke")), problem);
	}

	/** The error for an answer that broke after its head had come. */
	static KubeException broken(Place place, boolean closed, IOException problem) {
		String clause;
		if (problem instanceof SocketTimeoutException) {
			clause = text("io.stalled", seconds(place));
		} else if (closed) {
			clause = text("io.closed");
		} else {
			clause = text("io.cut", place.way());
		}
		return place.unreachable(0, text("io.unfinished", place.asked(), clause), problem);
	}

	private static <T> @Nullable T cause(Throwable problem, Class<T> type) {
		for (Throwable t = problem; t != null; t = t.getCause()) {
			if (type.isInstance(t)) {
				return type.cast(t);
			}
		}
		return null;
	}
}
