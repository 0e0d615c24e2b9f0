package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.fleetdesk.kube.KubeException;
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
			return place.unreachable(0, "the connection was closed while asking to " + place.asked(), problem);
		}
		if (message.contains("CONNECT") || message.contains("authenticate with proxy")) {
			String code = message.replaceAll("\\D", "");
			return place.unreachable(0, "the proxy " + place.proxy().orElse("") + " refuses to connect to "
					+ place.server() + (code.isEmpty() ? "" : " (HTTP " + code + ")")
					+ "; check proxy-url, or HTTPS_PROXY and NO_PROXY", problem);
		}
		return place.unreachable(0, "cannot reach " + place.way() + ": " + clause(place, problem, message), problem);
	}

	private static String clause(Place place, IOException problem, String message) {
		String host = place.server().replaceFirst("^\\w+://", "").replaceFirst(":\\d+$", "");
		return switch (problem) {
			case UnknownHostException e -> "the name " + (message.contains(host) || place.proxy().isEmpty()
					? host
					: place.proxy().get()) + " is not known; check the address and the network";
			case SocketTimeoutException e when message.toLowerCase().contains("connect") ->
				"nothing answers there; check the network, the VPN or a firewall";
			case SocketTimeoutException e -> "it accepts connections but has not answered for "
					+ seconds(place) + "; the server may be overloaded or something between holds the line";
			case NoRouteToHostException e -> "there is no way to it; check the network or the VPN";
			case ConnectException e -> "the connection is refused; check that the server runs and its port is right";
			case SocketException e when message.contains("SOCKS") ->
				"the proxy does not connect to it; check that it is a SOCKS proxy and runs";
			case ProtocolException e -> "it does not answer in HTTP; check the address and whether it is https";
			default -> "the connection broke; check that the server runs and that its address is one of an API server";
		};
	}

	private static String seconds(Place place) {
		return place.idle().toSeconds() > 0 ? place.idle().toSeconds() + " s" : place.idle().toMillis() + " ms";
	}

	private static KubeException tls(Place place, Identity identity, SSLException problem) {
		String message = String.valueOf(problem.getMessage());
		if (problem instanceof SSLPeerUnverifiedException) {
			return place.untrusted("the server's certificate is for another host than " + place.server()
					+ "; correct the server's address or set tls-server-name", problem);
		}
		if (message.contains("Unsupported or unrecognized SSL message")) {
			return place.untrusted(place.server() + " does not answer in TLS; it may be a plain HTTP server, "
					+ "so check the port or write http:// in the kubeconfig", problem);
		}
		boolean ours = message.contains("certificate") || message.contains("unknown_ca")
				|| message.contains("decrypt_error") || message.contains("access_denied");
		if (message.contains("alert") && ours) {
			String clause = identity.key().isEmpty()
					? "the server wants a client certificate, and the kubeconfig gives none"
					: "the server refuses " + identity.source() + " when connecting; get a new one";
			return new KubeException.Unauthenticated(place.request(), place.answer(0, "", clause), problem);
		}
		if (message.contains("protocol") || message.contains("handshake_failure") || message.contains("cipher")) {
			return place.untrusted(place.server()
					+ " and this program have no version or cipher of TLS in common; the server has to be updated",
					problem);
		}
		return place.unreachable(0, "cannot reach " + place.way()
				+ ": the connection broke while TLS was set up; check the address, the network or a proxy", problem);
	}

	/** The error for an answer that broke after its head had come. */
	static KubeException broken(Place place, boolean closed, IOException problem) {
		String clause;
		if (problem instanceof SocketTimeoutException) {
			clause = "nothing more of the answer came for " + seconds(place);
		} else if (closed) {
			clause = "it was closed here";
		} else {
			clause = "the connection to " + place.way() + " broke in the middle of the answer";
		}
		return place.unreachable(0, "could not " + place.asked() + " to the end: " + clause, problem);
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
