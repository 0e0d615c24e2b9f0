package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;

import org.junit.jupiter.api.Test;

class SectionsTest {
	private final Sections sections = new Sections();

	/** Every kind of the released API servers that can be listed, as "plural.group". */
	private static Set<String> released() throws IOException {
		try (InputStream recorded = SectionsTest.class.getResourceAsStream("released-kinds.txt")) {
			return new String(recorded.readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter(l -> !l.startsWith("#")).collect(Collectors.toCollection(LinkedHashSet::new));
		}
	}

	private static ResourceType type(String key) {
		KindKey kind = KindKey.parse(key);
		return FakeServer.type(kind.group(), "v1", kind.plural(), kind.plural(), true);
	}

	private static Catalogue catalogue(String... kinds) {
		return new Catalogue(Arrays.stream(kinds).map(SectionsTest::type).toList(), List.of());
	}

	private List<String> of(Catalogue catalogue) {
		return sections.of(catalogue).stream().map(s -> s.id() + s.group() + s.types().stream()
				.map(t -> KindKey.of(t).toString()).toList()).toList();
	}

	@Test
	void everyKindThatIsNamedIsServedBySomeReleaseAndNamedOnce() throws IOException {
		try (InputStream yaml = Sections.class.getResourceAsStream("sections.yaml")) {
			JsonNode named = new YAMLMapper().readTree(yaml);
			List<String> all = named.properties().stream()
					.flatMap(s -> Stream.iterate(0, i -> i < s.getValue().size(), i -> i + 1)
							.map(i -> s.getValue().get(i).asText()))
					.toList();
			assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(50);
			Set<String> unknown = new HashSet<>(all);
			unknown.removeAll(released());
			assertThat(unknown).isEmpty();
		}
	}

	@Test
	void everyReleasedKindHasAPlaceAmongTheBuiltIn() throws IOException {
		Catalogue all = catalogue(released().toArray(String[]::new));
		assertThat(sections.of(all)).extracting(Section::id).doesNotContain(Section.CUSTOM);
	}

	@Test
	void kindsStandInTheOrderOfTheirSection() {
		assertThat(of(catalogue("services", "nodes", "deployments.apps", "pods"))).containsExactly(
				"workloads[pods, deployments.apps]", "network[services]", "cluster[nodes]");
	}

	@Test
	void otherKindsStandByTheirGroupInTheOrderOfTheirNames() {
		assertThat(of(catalogue("zebras.b.org", "ants.b.org", "cats.a.org", "pods"))).containsExactly("workloads[pods]",
				"customa.org[cats.a.org]", "customb.org[ants.b.org, zebras.b.org]");
	}

	@Test
	void theSameKindInAnotherGroupIsAnotherKind() {
		assertThat(of(catalogue("services", "services.serving.knative.dev"))).containsExactly("network[services]",
				"customserving.knative.dev[services.serving.knative.dev]");
	}

	@Test
	void eventsAreShownOnceWhereTwoGroupsServeThem() {
		assertThat(of(catalogue("events", "events.events.k8s.io"))).containsExactly("cluster[events]");
		assertThat(of(catalogue("events.events.k8s.io"))).containsExactly("customevents.k8s.io[events.events.k8s.io]");
	}

	@Test
	void whatCannotBeListedOrIsNotPreferredIsNotShown() {
		ResourceType review = new ResourceType("authorization.k8s.io", "v1", "subjectaccessreviews", "",
				"SubjectAccessReview", false, List.of(), List.of(), Set.of("create"), true);
		ResourceType old = new ResourceType("autoscaling", "v1", "horizontalpodautoscalers", "", "X", true, List.of(),
				List.of(), Set.of("list"), false);
		ResourceType now = new ResourceType("autoscaling", "v2", "horizontalpodautoscalers", "", "X", true, List.of(),
				List.of(), Set.of("list"), true);
		List<Section> shown = sections.of(new Catalogue(List.of(review, old, now), List.of()));
		assertThat(shown).hasSize(1);
		assertThat(shown.getFirst().types()).extracting(ResourceType::version).containsExactly("v2");
	}

	@Test
	void anEmptyCatalogueHasNoSections() {
		assertThat(sections.of(Catalogue.EMPTY)).isEmpty();
	}

	@Test
	void aKeyReadsBackAsItself() {
		for (String key : List.of("pods", "deployments.apps", "widgets.deep.example.org")) {
			assertThat(KindKey.parse(key)).hasToString(key);
		}
		assertThat(KindKey.parse("widgets.deep.example.org")).isEqualTo(new KindKey("deep.example.org", "widgets"));
	}

	@Test
	void aKeyFindsTheVersionThatTheClusterPrefers() {
		ResourceType old = new ResourceType("apps", "v1beta1", "deployments", "", "Deployment", true, List.of(),
				List.of(), Set.of("list"), false);
		ResourceType now = new ResourceType("apps", "v1", "deployments", "", "Deployment", true, List.of(), List.of(),
				Set.of("list"), true);
		assertThat(KindKey.parse("deployments.apps").in(new Catalogue(List.of(old, now), List.of()))).containsSame(now);
		assertThat(KindKey.parse("deployments.apps").in(new Catalogue(List.of(old), List.of()))).containsSame(old);
		assertThat(KindKey.parse("deployments").in(new Catalogue(List.of(now), List.of()))).isEmpty();
	}
}
