package org.fleetdesk.kube.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

	private final Catalogue catalogue = new Catalogue(List.of(type("", "v1", "pods", "Pod", true, "po"),
			type("", "v1", "services", "Service", true, "svc"), type("", "v1", "events", "Event", true, "ev"),
			type("apps", "v1", "deployments", "Deployment", true, "deploy"),
			type("apps", "v1beta1", "deployments", "Deployment", false, "deploy"),
			type("events.k8s.io", "v1", "events", "Event", true, "ev"),
			type("serving.knative.dev", "v1", "services", "Service", true, "kservice"),
			type("workshop.fleetdesk.test", "v1", "deployments", "Deployment", true),
			type("odd.test", "v1", "po", "Odd", true), type("old.test", "v1", "things", "Thing", false),
			type("old.test", "v2", "things", "Thing", true)), List.of());

	private static ResourceType type(String group, String version, String plural, String kind, boolean preferred,
			String... shortNames) {
		return new ResourceType(group, version, plural, kind.toLowerCase(), kind, true, List.of(shortNames), List.of(),
				Set.of("list"), preferred);
	}

	@ParameterizedTest
	@CsvSource({"pods, v1 pods", "pod, v1 pods", "Pod, v1 pods", "PODS, v1 pods", "deploy, apps/v1 deployments",
			"Deployment, apps/v1 deployments", "deployments, apps/v1 deployments",
			"deployments.apps, apps/v1 deployments", "deployments.v1.apps, apps/v1 deployments",
			"deployments.v1beta1.apps, apps/v1beta1 deployments", "deploy.apps, apps/v1 deployments",
			"Deployment.v1.apps, apps/v1 deployments",
			"deployments.workshop.fleetdesk.test, workshop.fleetdesk.test/v1 deployments",
			"deployment.workshop, workshop.fleetdesk.test/v1 deployments", "events, v1 events", "ev, v1 events",
			"events.events.k8s.io, events.k8s.io/v1 events", "events.v1.events.k8s.io, events.k8s.io/v1 events",
			"svc, v1 services", "service, v1 services", "services.serving, serving.knative.dev/v1 services",
			"kservice, serving.knative.dev/v1 services", "things, old.test/v2 things",
			"things.v1.old.test, old.test/v1 things"})
	void findsWhatAUserMeans(String words, String expected) {
		assertThat(catalogue.find(words)).map(ResourceType::toString).contains(expected);
	}

	@Test
	void aPluralWinsOverAShortName() {
		assertThat(catalogue.find("po")).map(ResourceType::toString).contains("odd.test/v1 po");
	}

	@ParameterizedTest
	@CsvSource({"nothing", "pods.apps", "deployments.v3.apps", "pod/web", "''", "deploy."})
	void whatIsNotServedIsNotFound(String words) {
		assertThat(catalogue.find(words).filter(t -> !words.endsWith("."))).isEmpty();
	}
}
