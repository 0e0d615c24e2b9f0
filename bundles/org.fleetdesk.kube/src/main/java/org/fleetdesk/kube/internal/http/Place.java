package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Request;
import org.jspecify.annotations.Nullable;

/**
 * What an error's sentence must know: who was asked what, by which way.
 *
 * @param cluster the cluster's name as the user knows it
 * @param server its URL without path
 * @param proxy host and port of the proxy, if there is one
 * @param call what was asked
 */
record Place(String cluster, String server, Optional<String> proxy, Transport.Call call) {

	static String authority(URI url) {
		return url.getScheme() + "://" + url.getRawAuthority();
	}

	Request request() {
		return new Request(cluster, call.verb(), call.resource());
	}

	/** "list pods in web". */
	String asked() {
		return (call.verb() + " " + call.resource()).strip();
	}

	/** "https://host:6443 (through the proxy p:3128)". */
	String way() {
		return proxy.map(p -> text("way.proxy", server, p)).orElse(server);
	}

	Duration idle() {
		return call.idle();
	}

	/** A sentence that begins with the cluster. */
	KubeException.Answer answer(int code, String reason, String clause) {
		return new KubeException.Answer(code, reason, text("sentence", cluster, clause));
	}

	KubeException unreachable(int code, String clause, @Nullable Throwable cause) {
		return new KubeException.Unreachable(request(), answer(code, "", clause), cause);
	}

	KubeException untrusted(String clause, @Nullable Throwable cause) {
		return new KubeException.Untrusted(request(), answer(0, "", clause), cause);
	}
}
