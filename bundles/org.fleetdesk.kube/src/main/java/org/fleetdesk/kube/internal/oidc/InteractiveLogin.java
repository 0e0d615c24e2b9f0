package org.fleetdesk.kube.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.internal.oidc.Issuer.DeviceLogin;
import org.fleetdesk.kube.internal.oidc.Issuer.Polled;
import org.fleetdesk.kube.internal.oidc.Issuer.Tokens;
import org.fleetdesk.kube.internal.oidc.LoginFailed.Kind;
import org.fleetdesk.kube.internal.text.Texts;
import org.fleetdesk.kube.login.LoginOffer;
import org.fleetdesk.kube.login.LoginPrompt;
import org.jspecify.annotations.Nullable;

/**
 * One login by a person: in a browser of this computer (authorization code with PKCE, redirected to a free port of
 * 127.0.0.1), or from another device where the issuer offers that; whichever is done first. Waits on the caller's thread,
 * interruptibly and for a limited time.
 */
final class InteractiveLogin {

	private static final Duration LIMIT = Duration.ofMinutes(5);
	private static final Duration SLOWER = Duration.ofSeconds(5);

	private final Issuer issuer;
	private final URI url;
	private final LoginPrompt prompt;
	private final InstantSource clock;
	private volatile boolean cancelled;

	InteractiveLogin(Issuer issuer, URI url, LoginPrompt prompt, InstantSource clock) {
		this.issuer = issuer;
		this.url = url;
		this.prompt = prompt;
		this.clock = clock;
	}

	/** Asks a person to log in to a cluster, and waits. */
	Tokens run(String cluster) throws LoginFailed, InterruptedException {
		Secrets secrets = new Secrets();
		try (LoopbackRedirect redirect = new LoopbackRedirect(secrets.state())) {
			Optional<DeviceLogin> device = issuer.device();
			Optional<URI> page = issuer.page(redirect.uri(), secrets);
			if (page.isEmpty() && device.isEmpty()) {
				throw LoginFailed.refused(Texts.text("oidc.noway"));
			}
			Instant until = clock.instant().plus(device.map(DeviceLogin::life).filter(l -> page.isEmpty())
					.orElse(LIMIT));
			LoginOffer offer = new LoginOffer(cluster, url, page, device.map(DeviceLogin::shown), until, () -> {
				cancelled = true;
				redirect.wake();
			});
			try (LoginPrompt.Shown shown = prompt.show(offer)) {
				return await(redirect, secrets, device.orElse(null), until);
			}
		} catch (IOException e) {
			throw new LoginFailed(Kind.REFUSED, Texts.text("oidc.noport"), e);
		}
	}

	private Tokens await(LoopbackRedirect redirect, Secrets secrets, @Nullable DeviceLogin device, Instant until)
			throws IOException, LoginFailed, InterruptedException {
		Duration interval = device == null ? LIMIT : device.interval();
		Instant poll = clock.instant().plus(interval);
		while (true) {
			Instant next = poll.isBefore(until) ? poll : until;
			Map<String, String> brought = redirect.await(Duration.between(clock.instant(), next));
			if (cancelled) {
				throw LoginFailed.refused(Texts.text("oidc.cancelled"));
			}
			if (brought.containsKey("code")) {
				return issuer.redeem(brought.get("code"), redirect.uri(), secrets);
			}
			if (brought.containsKey("error")) {
				String error = brought.get("error").replaceAll("[^a-z_]", "");
				throw LoginFailed.refused(error.equals("access_denied")
						? Texts.text("oidc.denied")
						: Texts.text("oidc.endpoint.said", error));
			}
			Instant now = clock.instant();
			if (!now.isBefore(until)) {
				throw LoginFailed.refused(Texts.text("oidc.late"));
			}
			if (device != null && !now.isBefore(poll)) {
				Polled polled = issuer.poll(device);
				if (polled.tokens().isPresent()) {
					return polled.tokens().get();
				}
				interval = polled.slower() ? interval.plus(SLOWER) : interval;
				poll = clock.instant().plus(interval);
			}
		}
	}
}
