package org.fleetdesk.kube.login;

import java.util.Optional;

/** Keeps refresh tokens of logins whose kubeconfig holds none. Safe for any thread; may block, on files or programs. */
public interface RefreshTokens {

	/** Keeps nothing. */
	RefreshTokens NONE = new RefreshTokens() {
		@Override
		public Optional<String> find(String login) {
			return Optional.empty();
		}

		@Override
		public void keep(String login, String token) {
			// the login goes on in memory
		}
	};

	/** The token kept for a login. */
	Optional<String> find(String login) throws InterruptedException;

	/** Keeps a token for a login, in place of an older one. */
	void keep(String login, String token) throws InterruptedException;
}
