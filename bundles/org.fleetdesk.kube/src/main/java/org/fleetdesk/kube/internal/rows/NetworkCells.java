package org.fleetdesk.kube.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What kubectl says about services, ingresses and endpoints that stands at no path. */
final class NetworkCells {

	private static final int MOST = 3;

	private NetworkCells() {
	}

	/** "80:30080/TCP,443/TCP". */
	static Reducer servicePorts(Inputs in) {
		Slot ports = in.number("spec.ports[*].port");
		Slot nodePorts = in.number("spec.ports[*].nodePort");
		Slot protocols = in.text("spec.ports[*].protocol");
		Joiner joiner = new Joiner(",", false);
		return () -> {
			for (int i = 0; i < ports.count(); i++) {
				String outside = nodePorts.or0(i) > 0 ? ":" + nodePorts.number(i) : "";
				joiner.add(ports.or0(i) + outside + "/" + protocols.text(i));
			}
			return joiner.done(in.pool());
		};
	}

	/** Where a service is reached from outside; of a load balancer that has nothing yet "{@literal <pending>}". */
	static Reducer serviceExternal(Inputs in) {
		Slot type = in.text("spec.type");
		Slot own = in.text("spec.externalIPs[*]");
		Slot name = in.text("spec.externalName");
		Slot ips = in.text("status.loadBalancer.ingress[*].ip");
		Slot hosts = in.text("status.loadBalancer.ingress[*].hostname");
		Joiner joiner = new Joiner(",", false);
		return () -> {
			if (type.text().equals("ExternalName")) {
				return name.text().isEmpty() ? null : name.text();
			}
			boolean balanced = type.text().equals("LoadBalancer");
			if (balanced) {
				addresses(ips, hosts).forEach(joiner::add);
			}
			for (int i = 0; i < own.count(); i++) {
				joiner.add(own.text(i));
			}
			String all = joiner.done(in.pool());
			return all == null && balanced ? "<pending>" : all;
		};
	}

	/** The addresses that a load balancer gave an ingress. */
	static Reducer ingressAddress(Inputs in) {
		Slot ips = in.text("status.loadBalancer.ingress[*].ip");
		Slot hosts = in.text("status.loadBalancer.ingress[*].hostname");
		Joiner joiner = new Joiner(",", false);
		return () -> {
			addresses(ips, hosts).forEach(joiner::add);
			return joiner.done(in.pool());
		};
	}

	private static TreeSet<String> addresses(Slot ips, Slot hosts) {
		TreeSet<String> all = new TreeSet<>();
		for (int i = 0; i < ips.count(); i++) {
			all.add(ips.text(i).isEmpty() ? hosts.text(i) : ips.text(i));
		}
		return all;
	}

	/** The hosts of an ingress, "*" for one that takes all. */
	static Reducer ingressHosts(Inputs in) {
		Slot hosts = in.text("spec.rules[*].host");
		return () -> {
			List<String> some = new ArrayList<>();
			boolean more = false;
			for (int i = 0; i < hosts.count(); i++) {
				more |= some.size() == MOST;
				if (!more && !hosts.text(i).isEmpty()) {
					some.add(hosts.text(i));
				}
			}
			return some.isEmpty() ? "*" : listed(some, more ? hosts.count() : some.size(), in.pool());
		};
	}

	/** "80", or "80, 443" with certificates. */
	static Reducer ingressPorts(Inputs in) {
		Slot certificates = in.count("spec.tls[*]");
		return () -> certificates.count() > 0 ? "80, 443" : "80";
	}

	/** The ports of a slice of endpoints: numbers, else names. */
	static Reducer endpointPorts(Inputs in) {
		Slot ports = in.number("ports[*].port");
		Slot names = in.text("ports[*].name");
		Slot named = in.flag("ports[*].name");
		return () -> {
			List<String> some = new ArrayList<>();
			for (int i = 0; i < Math.min(MOST, ports.count()); i++) {
				boolean number = ports.number(i) != Slot.NONE;
				some.add(number ? Long.toString(ports.number(i)) : named.number(i) == 1 ? names.text(i) : "*");
			}
			return some.isEmpty() ? null : listed(some, ports.count(), in.pool());
		};
	}

	/** The addresses of a slice of endpoints. */
	static Reducer endpointAddresses(Inputs in) {
		Slot addresses = in.text("endpoints[*].addresses[*]");
		return () -> {
			List<String> some = new ArrayList<>();
			for (int i = 0; i < Math.min(MOST, addresses.count()); i++) {
				some.add(addresses.text(i));
			}
			return some.isEmpty() ? null : listed(some, addresses.count(), in.pool());
		};
	}

	/** The addresses of endpoints, each with each port of its subset. */
	static Reducer endpointSubsets(Inputs in) {
		Slot addresses = in.text("subsets[*].addresses[*].ip");
		Slot addressCounts = in.elements("subsets[*].addresses[*]");
		Slot ports = in.number("subsets[*].ports[*].port");
		Slot portCounts = in.elements("subsets[*].ports[*]");
		return () -> {
			List<String> all = new ArrayList<>();
			int address = 0;
			int port = 0;
			for (int i = 0; i < addressCounts.count(); i++) {
				int lastAddress = address + (int) addressCounts.or0(i);
				int lastPort = port + (int) portCounts.or0(i);
				if (port == lastPort) {
					for (int a = address; a < lastAddress; a++) {
						all.add(addresses.text(a));
					}
				}
				for (; port < lastPort; port++) {
					for (int a = address; a < lastAddress; a++) {
						all.add(withPort(addresses.text(a), ports.or0(port)));
					}
				}
				address = lastAddress;
			}
			return all.isEmpty()
					? null
					: listed(all.subList(0, Math.min(MOST, all.size())), all.size(), in.pool());
		};
	}

	private static String withPort(String address, long port) {
		return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
	}

	private static String listed(List<String> some, int all, StringPool pool) {
		String joined = String.join(",", some);
		return pool.share(all > some.size() && all > MOST ? joined + " + " + (all - MOST) + " more..." : joined);
	}
}
