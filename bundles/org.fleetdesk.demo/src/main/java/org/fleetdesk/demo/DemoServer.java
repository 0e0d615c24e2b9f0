package org.fleetdesk.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

import org.fleetdesk.demo.internal.api.Api;
import org.fleetdesk.demo.internal.http.Certificate;
import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.http.WebServer;
import org.fleetdesk.demo.internal.kinds.Kinds;
import org.fleetdesk.demo.internal.scenario.Load;
import org.fleetdesk.demo.internal.scenario.Scenario;
import org.fleetdesk.demo.internal.simulation.SimulatedClock;
import org.fleetdesk.demo.internal.simulation.Simulation;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Store;

/**
 * The API server of one demo cluster on a free port of 127.0.0.1, with TLS and a bearer token that are made anew at every
 * start. Safe for any thread; to be closed, which forgets the cluster. Its limits are those of the package.
 */
public final class DemoServer implements AutoCloseable {

	private static final int TOKEN_BYTES = 24;

	private final String name;
	private final String token;
	private final Certificate certificate;
	private final Simulation simulation;
	private final WebServer web;
	private final Faults faults;

	private DemoServer(String name, Cluster cluster, Simulation simulation) {
		this.name = name;
		this.simulation = simulation;
		byte[] random = new byte[TOKEN_BYTES];
		new SecureRandom().nextBytes(random);
		token = "demo-" + HexFormat.of().formatHex(random);
		certificate = Certificate.create("fleetdesk-demo " + name, Instant.now());
		Api api = new Api(cluster, token);
		web = new WebServer(certificate, exchange -> serve(exchange, api));
		faults = new Faults(web, cluster.store());
		simulation.start();
	}

	/** Starts the cluster in which all is well, with that many generated pods more. */
	public static DemoServer healthy(int pods) {
		return start("demo-healthy", "healthy", pods);
	}

	/** Starts the cluster with the usual failures. */
	public static DemoServer troubled() {
		return start("demo-troubled", "troubled", 0);
	}

	private static DemoServer start(String name, String scenario, int pods) {
		Instant now = Instant.now();
		SimulatedClock clock = new SimulatedClock(now.minus(Scenario.past()));
		Cluster cluster = new Cluster(name, new Store(), new Kinds(), clock, new Random(name.hashCode()));
		Simulation simulation = new Simulation(cluster, clock);
		new Scenario(cluster).live(scenario, now, simulation::fastForward);
		if (pods > 0) {
			new Load(pods, now).into(cluster);
		}
		return new DemoServer(name, cluster, simulation);
	}

	private void serve(Exchange exchange, Api api) throws IOException, InterruptedException {
		if (exchange.path().equals("/demo/faults") && exchange.method().equals("POST") && known(exchange)) {
			faults.request(exchange);
		} else {
			faults.serve(exchange, api);
		}
	}

	private boolean known(Exchange exchange) {
		return MessageDigest.isEqual(exchange.header("Authorization").getBytes(StandardCharsets.UTF_8),
				("Bearer " + token).getBytes(StandardCharsets.UTF_8));
	}

	/** The cluster's and its context's name. */
	public String name() {
		return name;
	}

	/** Where it is. */
	public URI uri() {
		return web.uri();
	}

	/** What clients show to be let in. */
	public String token() {
		return token;
	}

	/** The certificate to trust, as PEM text. */
	public String certificate() {
		return certificate.pem();
	}

	public Faults faults() {
		return faults;
	}

	/** The certificate as kubeconfig files have it. */
	String certificateData() {
		return Base64.getEncoder().encodeToString(certificate.pem().getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() {
		web.close();
		simulation.close();
	}
}
