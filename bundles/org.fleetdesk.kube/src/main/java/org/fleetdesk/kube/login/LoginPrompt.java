package org.fleetdesk.kube.login;

/**
 * Shows a person how to log in. The login itself waits for the issuer, not for this: {@link #show} returns at once and
 * the person goes to a page with a browser.
 */
@FunctionalInterface
public interface LoginPrompt {

	/** Nobody is there: a login that would have to ask fails with a sentence, and nothing is started for it. */
	LoginPrompt NOBODY = offer -> () -> {
		// nothing was shown
	};

	/** What is shown as long as the login waits. */
	@FunctionalInterface
	interface Shown extends AutoCloseable {

		/** Takes it away: the login has ended, well or badly. From any thread; returns at once. */
		@Override
		void close();
	}

	/** Shows how to log in. From any thread; returns at once. */
	Shown show(LoginOffer offer);
}
