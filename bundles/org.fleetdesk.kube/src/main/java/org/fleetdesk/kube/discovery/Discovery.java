package org.fleetdesk.kube.discovery;

/** What an API server serves. Remote; every call asks the server anew and blocks. */
public interface Discovery {

	/**
	 * The server's version. One small request.
	 *
	 * @throws org.fleetdesk.kube.KubeException if it cannot be had
	 */
	ServerVersion version() throws InterruptedException;

	/**
	 * All resources: two requests by aggregated discovery (from 1.26), else one for each group version. A group that does
	 * not answer becomes a finding of the catalogue and spoils nothing else.
	 *
	 * @throws org.fleetdesk.kube.KubeException if nothing can be had
	 */
	Catalogue resources() throws InterruptedException;
}
