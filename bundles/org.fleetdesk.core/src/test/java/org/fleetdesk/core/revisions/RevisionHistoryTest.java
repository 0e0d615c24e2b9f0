package org.fleetdesk.core.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Revisions;

class RevisionHistoryTest {
	private static final Revisions REPLICA_SETS = new Revisions(KindKey.parse("replicasets.apps"),
			"metadata.annotations['deployment.kubernetes.io/revision']", "spec.template", "spec.template");
	private static final Revisions CONTROLLER_REVISIONS = new Revisions(KindKey.parse("controllerrevisions.apps"),
			"revision", "data.spec.template", "spec.template");

	private static JsonNode yaml(String text, Object... places) throws IOException {
		return new YAMLMapper().readTree(text.formatted(places));
	}

	private static JsonNode replicaSet(int number, String owner, String image) throws IOException {
		return yaml("""
				metadata:
				  name: web-%1$d
				  creationTimestamp: "2026-01-0%1$dT00:00:00Z"
				  annotations: {deployment.kubernetes.io/revision: "%1$d", kubernetes.io/change-cause: "cause %1$d"}
				  ownerReferences: [{uid: %2$s, controller: true}]
				spec:
				  template:
				    metadata: {labels: {app: web, pod-template-hash: h%1$d}}
				    spec: {containers: [{name: web, image: "%3$s"}], initContainers: [{name: i, image: "init:1"}]}
				""", number, owner, image);
	}

	@Test
	void theReplicaSetsThatADeploymentOwnsAreItsRevisionsTheNewestFirst() throws IOException {
		JsonNode deployment = yaml("metadata: {uid: u1}");
		List<Revision> revisions = RevisionHistory.of(deployment, List.of(replicaSet(1, "u1", "web:1"),
				replicaSet(9, "other", "web:9"), replicaSet(3, "u1", "web:3"), replicaSet(2, "u1", "web:2")),
				REPLICA_SETS);
		assertThat(revisions).extracting(Revision::number).containsExactly(3L, 2L, 1L);
		assertThat(revisions).extracting(Revision::current).containsExactly(true, false, false);
		assertThat(revisions.getFirst().images()).containsExactlyInAnyOrder("web:3", "init:1");
		assertThat(revisions.getFirst().cause()).isEqualTo("cause 3");
		assertThat(revisions.getFirst().created()).isPresent();
	}

	@Test
	void twoRevisionsDifferInWhatSomebodyWroteAlone() throws IOException {
		List<Revision> revisions = RevisionHistory.of(yaml("metadata: {uid: u1}"),
				List.of(replicaSet(1, "u1", "web:1"), replicaSet(2, "u1", "web:2")), REPLICA_SETS);
		assertThat(revisions.getLast().to(revisions.getFirst()).list()).singleElement()
				.satisfies(difference -> assertThat(difference.path())
						.hasToString(".spec.template.spec.containers[name=\"web\"].image"));
	}

	@Test
	void whatAControllerRevisionKeepsIsReadAsWhatWasWritten() throws IOException {
		JsonNode keeper = yaml("""
				metadata: {name: r, ownerReferences: [{uid: u2, controller: true}]}
				revision: 4
				data: {spec: {template: {"$patch": replace, spec: {containers: [{name: db, image: "db:1"}]}}}}
				""");
		Revision revision = RevisionHistory.of(yaml("metadata: {uid: u2}"), List.of(keeper), CONTROLLER_REVISIONS)
				.getFirst();
		assertThat(revision.number()).isEqualTo(4);
		assertThat(revision.kept()).isEqualTo(
				yaml("spec: {template: {spec: {containers: [{name: db, image: \"db:1\"}]}}}"));
	}

	@Test
	void onlyContainersHaveImages() throws IOException {
		JsonNode keeper = yaml(
				"""
						metadata: {name: r, ownerReferences: [{uid: u3, controller: true}]}
						spec:
						  template:
						    spec:
						      containers: [{name: web, image: "web:1"}]
						      volumes: [{name: disk, rbd: {image: pool-image, monitors: [m]}}, {name: oci, image: {reference: "data:1"}}]
						""");
		assertThat(RevisionHistory.of(yaml("metadata: {uid: u3}"), List.of(keeper), REPLICA_SETS).getFirst().images())
				.containsExactly("web:1");
	}
}
