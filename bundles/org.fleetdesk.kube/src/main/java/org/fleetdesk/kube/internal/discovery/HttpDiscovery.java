package org.fleetdesk.kube.internal.discovery;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.Discovery;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.discovery.ServerVersion;
import org.fleetdesk.kube.internal.discovery.DiscoveryDocuments.GroupVersions;
import org.fleetdesk.kube.internal.discovery.ServedGroup.ServedVersion;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.json.JsonAnswers;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Discovery over HTTP: aggregated where the server has it (1.26 and newer), else group version by group version, a few
 * at a time. Safe for any thread; the transport belongs to someone else.
 */
public final class HttpDiscovery implements Discovery {

	private static final String JSON = "application/json";
	private static final String AGGREGATED = JSON + ";g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList," + JSON
			+ ";g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList," + JSON;
	private static final int AT_A_TIME = 6;

	private final Transport transport;
	private final ThreadFactory threads;

	/** Discovery on virtual threads of its own while it asks. */
	public HttpDiscovery(Transport transport) {
		this(transport, Thread.ofVirtual().name("discovery-", 0).factory());
	}

	/** Discovery on the threads of a factory. */
	public HttpDiscovery(Transport transport, ThreadFactory threads) {
		this.transport = transport;
		this.threads = threads;
	}

	@Override
	public ServerVersion version() throws InterruptedException {
		JsonNode answer = JsonAnswers.tree(transport, JsonAnswers.get("/version", JSON, "get", "version"));
		return new ServerVersion(answer.path("gitVersion").asText(), answer.path("platform").asText());
	}

	@Override
	public Catalogue resources() throws InterruptedException {
		List<Finding> findings = new ArrayList<>();
		List<ServedGroup> groups = new ArrayList<>();
		List<KubeException> failures = new ArrayList<>();
		for (String path : List.of("/api", "/apis")) {
			try {
				JsonNode root = JsonAnswers.tree(transport, JsonAnswers.get(path, AGGREGATED, "discover", path));
				groups.addAll(DiscoveryDocuments.aggregated(root)
						? DiscoveryDocuments.groups(root, findings)
						: oneByOne(DiscoveryDocuments.names(root), findings, failures));
			} catch (KubeException e) {
				failures.add(e);
				findings.add(finding(path, e));
			}
		}
		List<ResourceType> types = groups.stream().flatMap(ServedGroup::types).toList();
		if (types.isEmpty() && !failures.isEmpty()) {
			throw failures.getFirst();
		}
		return new Catalogue(types, findings);
	}

	private List<ServedGroup> oneByOne(List<GroupVersions> groups, List<Finding> findings,
			List<KubeException> failures) throws InterruptedException {
		List<Callable<List<ResourceType>>> questions = groups.stream()
				.flatMap(g -> g.versions().stream().map(v -> question(g.group(), v))).toList();
		List<Future<List<ResourceType>>> answers;
		try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME, threads)) {
			answers = executor.invokeAll(questions);
		}
		var next = answers.iterator();
		List<ServedGroup> served = new ArrayList<>();
		for (GroupVersions group : groups) {
			List<ServedVersion> versions = new ArrayList<>();
			for (String version : group.versions()) {
				try {
					versions.add(new ServedVersion(version, next.next().get()));
				} catch (ExecutionException e) {
					KubeException failure = known(e);
					failures.add(failure);
					findings.add(finding(group.group().isEmpty() ? version : group.group() + "/" + version, failure));
				}
			}
			served.add(new ServedGroup(group.group(), versions));
		}
		return served;
	}

	private Callable<List<ResourceType>> question(String group, String version) {
		String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
		return () -> DiscoveryDocuments.resources(group, version,
				JsonAnswers.tree(transport, JsonAnswers.get(path, JSON, "discover", path)));
	}

	private static KubeException known(ExecutionException e) {
		if (e.getCause() instanceof KubeException failure) {
			return failure;
		}
		throw new IllegalStateException(e.getCause());
	}

	private static Finding finding(String subject, KubeException failure) {
		return new Finding(Severity.WARNING, subject, failure.getMessage(), text("discovery.failed.remedy"));
	}
}
