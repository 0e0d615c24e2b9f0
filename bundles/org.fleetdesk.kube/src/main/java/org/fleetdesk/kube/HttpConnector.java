package org.fleetdesk.kube;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.http.OidcSessions;
import org.fleetdesk.kube.internal.http.OkHttpTransport;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.login.Logins;

/**
 * Makes connections over HTTP. Safe for any thread; each connection belongs to its caller, has its own sockets and opens
 * them at its first request.
 */
public final class HttpConnector implements Connector {

	private final ExecConsent consent;
	private final Map<String, String> environment;
	private final InstantSource clock;
	private final OidcSessions sessions;

	/**
	 * A connector.
	 *
	 * @param consent asked before each run of a login plugin
	 * @param environment variables for login plugins, and which proxies to use
	 * @param clock says when credentials have expired
	 */
	public HttpConnector(ExecConsent consent, Map<String, String> environment, InstantSource clock) {
		this(consent, environment, clock, Logins.NONE);
	}

	/** The same for logins by OpenID Connect that may ask a person and keep tokens; connections share such a login. */
	public HttpConnector(ExecConsent consent, Map<String, String> environment, InstantSource clock, Logins logins) {
		this.consent = Objects.requireNonNull(consent);
		this.environment = Map.copyOf(environment);
		this.clock = Objects.requireNonNull(clock);
		this.sessions = new OidcSessions(logins, this.environment, clock, Limits.USUAL);
	}

	@Override
	public Connection connect(KubeContext context) {
		return new HttpConnection(context.name(),
				new OkHttpTransport(context, consent, environment, clock, Limits.USUAL, sessions));
	}
}
