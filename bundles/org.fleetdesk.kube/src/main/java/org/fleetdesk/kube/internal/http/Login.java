package org.fleetdesk.kube.internal.http;

/** Makes identities. Safe for any thread; blocks while it reads files, asks for consent or runs a plugin. */
interface Login {

	/**
	 * Who asks.
	 *
	 * @throws org.fleetdesk.kube.KubeException.Unauthenticated if that cannot be had
	 */
	Identity identity() throws InterruptedException;

	/** Who asks now that the server has refused an identity; the same again if there is no newer one. */
	Identity renewed(Identity refused) throws InterruptedException;

	/** Ends what runs to make an identity; nobody asks again. */
	default void close() {
		// nothing runs
	}

	/** From now on a login that a person gave up is tried again; nothing for logins that ask nobody. */
	default void again() {
		// asks nobody
	}
}
