package org.fleetdesk.kube.config;

/**
 * Says whether a credential plugin may run. Asked before each run, on the thread that needs the credentials, which may
 * wait for a person; never asked at import. Interruptible.
 */
@FunctionalInterface
public interface ExecConsent {

	/** Whether this command may run for this context. */
	boolean allowed(KubeContext context, KubeUser.Exec exec) throws InterruptedException;
}
