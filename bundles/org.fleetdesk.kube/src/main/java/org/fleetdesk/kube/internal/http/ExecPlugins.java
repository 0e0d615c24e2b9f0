package org.fleetdesk.kube.internal.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.ExecConsole;

/**
 * What login plugins are run with.
 *
 * @param consent asked before each run
 * @param console who can talk to them
 * @param environment variables they get, and whose PATH finds them
 * @param clock says when credentials have expired
 * @param limit how long one may run
 * @param attended how long one may run that somebody talks to
 */
record ExecPlugins(ExecConsent consent, ExecConsole console, Map<String, String> environment, InstantSource clock,
		Duration limit, Duration attended) {
}
