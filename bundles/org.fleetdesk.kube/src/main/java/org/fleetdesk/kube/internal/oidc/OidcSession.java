package org.fleetdesk.kube.internal.oidc;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import org.fleetdesk.kube.config.KubeconfigTokens;
import org.fleetdesk.kube.config.OidcProvider;
import org.fleetdesk.kube.internal.oidc.Issuer.Tokens;
import org.fleetdesk.kube.internal.oidc.LoginFailed.Kind;
import org.fleetdesk.kube.internal.text.Texts;
import org.fleetdesk.kube.login.LoginPrompt;
import org.fleetdesk.kube.login.Logins;
import org.jspecify.annotations.Nullable;

/**
 * One person at one issuer: the tokens of all connections that log in so. Takes the ID token of the kubeconfig while it
 * is good, then a refresh token (its own, the kubeconfig's, the kept one), then asks the person. One at a time does
 * that; who waited meanwhile shares the outcome. A login that a person cancelled, or that found nobody, is not tried
 * again until {@link #again}. Safe for any thread.
 */
public final class OidcSession {

	private static final Duration NEW = Duration.ofSeconds(30);

	private final OidcProvider provider;
	private final IssuerHttp http;
	private final Logins logins;
	private final InstantSource clock;

	private final ReentrantLock turn = new ReentrantLock(); // held while the issuer or a person answers; guards nothing
	private volatile @Nullable IdToken id; // written by whose turn it is
	private volatile Optional<String> refresh = Optional.empty(); // written by whose turn it is
	private volatile @Nullable LoginFailed failure; // the last outcome, if it was one; written by whose turn it is
	private volatile int outcomes; // how many there were; written by whose turn it is
	private volatile Instant taken = Instant.EPOCH; // when the issuer gave the ID token; written by whose turn it is
	private volatile boolean stopped; // whether the person must want it before it is tried again
	private volatile boolean told; // whether it was said that tokens cannot be written

	/** A session that has asked nothing yet. */
	public OidcSession(OidcProvider provider, IssuerHttp http, Logins logins, InstantSource clock) {
		this.provider = Objects.requireNonNull(provider);
		this.http = Objects.requireNonNull(http);
		this.logins = Objects.requireNonNull(logins);
		this.clock = Objects.requireNonNull(clock);
	}

	/** Who logs in where. */
	public OidcProvider provider() {
		return provider;
	}

	/** From now on a login that was given up is tried again. From any thread. */
	public void again() {
		stopped = false;
	}

	/**
	 * An ID token that is good for a while.
	 *
	 * @param cluster for whom, in the words of the user
	 * @param refused a token that the server did not take; empty for none
	 */
	public String token(String cluster, String refused) throws LoginFailed, InterruptedException {
		int seen = outcomes;
		String good = good(refused);
		if (!good.isEmpty()) {
			return good;
		}
		turn.lockInterruptibly();
		try {
			good = good(refused);
			if (!good.isEmpty()) {
				return good;
			}
			LoginFailed theirs = failure;
			if (theirs != null && (stopped || outcomes != seen)) {
				throw theirs;
			}
			failure = null;
			obtain(cluster, refused);
			return Objects.requireNonNull(id).text();
		} catch (LoginFailed e) {
			failure = e;
			throw e;
		} finally {
			outcomes++;
			turn.unlock();
		}
	}

	private String good(String refused) {
		IdToken now = id;
		if (now == null || !now.fresh(clock.instant())) {
			return "";
		}
		// a token that is new and refused would not be taken the better for being newer
		return !now.text().equals(refused) || clock.instant().isBefore(taken.plus(NEW)) ? now.text() : "";
	}

	private void obtain(String cluster, String refused) throws LoginFailed, InterruptedException {
		KubeconfigTokens.Values written = provider.tokens().read();
		Optional<IdToken> theirs = written.idToken().filter(t -> !t.equals(refused)).flatMap(IdToken::of)
				.filter(t -> t.fresh(clock.instant()));
		if (theirs.isPresent()) {
			id = theirs.get();
			return;
		}
		Set<String> candidates = new LinkedHashSet<>();
		refresh.ifPresent(candidates::add);
		written.refreshToken().ifPresent(candidates::add);
		if (written.refreshToken().isEmpty()) {
			logins.tokens().find(key()).ifPresent(candidates::add);
		}
		boolean nobody = logins.prompt() == LoginPrompt.NOBODY;
		if (nobody && candidates.isEmpty()) {
			throw LoginFailed.refused(Texts.text("oidc.nobody"));
		}
		Issuer issuer = new Issuer(provider, http, clock);
		for (String candidate : candidates) {
			Optional<Tokens> tokens = issuer.refresh(candidate);
			if (tokens.isPresent()) {
				take(tokens.get(), Optional.of(candidate));
				return;
			}
		}
		if (nobody) {
			throw LoginFailed.refused(Texts.text("oidc.nobody.over"));
		}
		try {
			take(new InteractiveLogin(issuer, provider.issuer(), logins.prompt(), clock).run(cluster),
					Optional.empty());
		} catch (LoginFailed e) {
			stopped = e.kind() == Kind.REFUSED;
			throw e;
		}
	}

	private void take(Tokens tokens, Optional<String> used) throws InterruptedException {
		id = tokens.id();
		taken = clock.instant();
		refresh = tokens.refresh().or(() -> used);
		if (provider.tokens().present()) {
			write(tokens);
		} else if (tokens.refresh().isPresent() && !tokens.refresh().equals(used)) {
			logins.tokens().keep(key(), tokens.refresh().get());
		}
	}

	private void write(Tokens tokens) throws InterruptedException {
		try {
			provider.tokens().write(tokens.id().text(), tokens.refresh());
		} catch (IOException e) {
			if (!told) {
				told = true;
				logins.notice().accept(Texts.text("oidc.unwritten", provider.issuer(), e.getMessage()));
			}
		}
	}

	private String key() {
		return "oidc " + provider.clientId() + " " + provider.issuer() + " " + provider.tokens();
	}
}
