package org.fleetdesk.kube.internal.http;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.kube.config.OidcProvider;
import org.fleetdesk.kube.config.ExecConsole;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.internal.oidc.OidcSession;
import org.fleetdesk.kube.login.Logins;

/**
 * The logins by OpenID Connect of one program: connections of the same user entry share one, so that a person logs in
 * once for many clusters. Safe for any thread; holds nothing to close.
 */
public final class OidcSessions {

	private final Logins logins;
	private final Map<String, String> environment;
	private final InstantSource clock;
	private final Limits limits;
	private final Map<OidcProvider, OidcSession> sessions = new ConcurrentHashMap<>();

	/** No session yet. */
	public OidcSessions(Logins logins, Map<String, String> environment, InstantSource clock, Limits limits) {
		this.logins = Objects.requireNonNull(logins);
		this.environment = Map.copyOf(environment);
		this.clock = Objects.requireNonNull(clock);
		this.limits = Objects.requireNonNull(limits);
	}

	/** Who can talk to login plugins. */
	ExecConsole console() {
		return logins.console();
	}

	OidcSession of(OidcProvider provider) {
		return sessions.computeIfAbsent(provider,
				p -> new OidcSession(p, new OkHttpIssuer(p, environment, limits), logins, clock));
	}
}
