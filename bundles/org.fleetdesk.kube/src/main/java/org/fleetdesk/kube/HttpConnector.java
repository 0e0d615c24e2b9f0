package org.fleetdesk.kube;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.http.OkHttpTransport;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;

/**
 * Makes connections over HTTP. Safe for any thread; each connection belongs to its caller, has its own sockets and opens
 * them at its first request.
 */
public final class HttpConnector implements Connector {

	private final ExecConsent consent;
	private final Map<String, String> environment;
	private final InstantSource clock;

	/**
	 * A connector.
	 *
	 * @param consent asked before each run of a login plugin
	 * @param environment variables for login plugins, and which proxies to use
	 * @param clock says when credentials have expired
	 */
	public HttpConnector(ExecConsent consent, Map<String, String> environment, InstantSource clock) {
		this.consent = Objects.requireNonNull(consent);
		this.environment = Map.copyOf(environment);
		this.clock = Objects.requireNonNull(clock);
	}

	@Override
	public Connection connect(KubeContext context) {
		return new HttpConnection(context.name(),
				new OkHttpTransport(context, consent, environment, clock, Limits.USUAL));
	}
}
