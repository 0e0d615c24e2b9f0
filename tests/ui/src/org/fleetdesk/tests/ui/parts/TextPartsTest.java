package org.fleetdesk.tests.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.ui.yaml.YamlTokens;
import org.fleetdesk.ui.objects.KindMatches;

class TextPartsTest {

	private static String words(String line) {
		return String.join(" ", YamlTokens.of(line, false).stream()
				.map(t -> t.kind() + "=" + line.substring(t.start(), t.start() + t.length())).toList());
	}

	@Test
	void yamlIsReadLineByLine() {
		assertEquals("KEY=name", words("name: web-0"));
		assertEquals("KEY=replicas LITERAL=3", words("  replicas: 3"));
		assertEquals("KEY=image", words("  - image: registry:5000/web:1.2"));
		assertEquals("KEY=app.kubernetes.io/name STRING=\"1.0\"", words("    app.kubernetes.io/name: \"1.0\""));
		assertEquals("KEY=\"f:a b\" LITERAL={}", words("\"f:a b\": {}"));
		assertEquals("STRING='x: y'", words("- 'x: y'"));
		assertEquals("", words("- http://host/path"));
		assertEquals("KEY=time", words("time: 2026-11-21T12:17:32Z"));
		assertEquals("COMMENT=# said", words("  # said"));
		assertEquals("KEY=ready LITERAL=true", words("ready: true"));
		assertEquals("", words(""));
		assertEquals(YamlTokens.Kind.STRING, YamlTokens.of("key: text", true).getFirst().kind());
	}

	@Test
	void aLongLineIsReadInNoTime() {
		String line = "key: " + "a:b #".repeat(100_000);
		long start = System.nanoTime();
		assertEquals("KEY=key", words(line).substring(0, 7));
		assertTrue(System.nanoTime() - start < 2_000_000_000L);
	}

	private static ResourceType type(String group, String plural, String kind, String... shortNames) {
		return new ResourceType(group, "v1", plural, kind.toLowerCase(java.util.Locale.ROOT), kind, true,
				List.of(shortNames), List.of(), Set.of("list", "watch"), true);
	}

	@Test
	void kindsAreFoundAsKubectlFindsThem() {
		KindMatches matches = new KindMatches(List.of(new Catalogue(List.of(type("", "pods", "Pod", "po"),
				type("", "services", "Service", "svc"), type("apps", "deployments", "Deployment", "deploy"),
				type("policy", "poddisruptionbudgets", "PodDisruptionBudget", "pdb"),
				type("example.org", "deployments", "Deployment")), List.of())));
		assertEquals("Pod", matches.find("po").getFirst().kind());
		assertEquals(List.of("Pod", "PodDisruptionBudget"),
				matches.find("pod").stream().map(ResourceType::kind).toList());
		assertEquals("Service", matches.find("SVC").getFirst().kind());
		assertEquals("example.org", matches.find("deployments.ex").getFirst().group());
		assertEquals(List.of("apps", "example.org"), matches.find("depl").stream().map(ResourceType::group).toList());
		assertEquals(5, matches.find(" ").size());
		assertEquals(List.of(), matches.find("nothing"));
	}
}
