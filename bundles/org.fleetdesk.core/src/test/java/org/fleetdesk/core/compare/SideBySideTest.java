package org.fleetdesk.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.core.object.Difference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SideBySideTest {
	private static final ObjectMapper YAML = new YAMLMapper();
	private static final String LEFT = """
			# the shop's front
			apiVersion: apps/v1
			kind: Deployment
			metadata:
			  name: web
			  namespace: shop
			  labels: {app: web}
			spec:
			  replicas: 3 # for the sale
			  template:
			    spec:
			      containers:
			        # the server
			        - name: web
			          image: web:2
			          args: [a, b, c]
			          env:
			            - name: MODE
			              value: fast
			            - name: DEPTH
			              value: '3'
			        - name: log
			          image: log:1
			""";
	private static final String RIGHT = """
			apiVersion: apps/v1
			kind: Deployment
			metadata:
			  namespace: shop
			  name: web
			  uid: 7f
			  managedFields: []
			  labels: {app: web, tier: front}
			spec:
			  replicas: 1
			  template:
			    spec:
			      containers:
			        - image: web:3
			          name: web
			          args: [a, x, c, d]
			          env:
			            - name: DEPTH
			              value: '3'
			            - name: SIZE
			              value: big
			            - name: MODE
			              value: fast
			      nodeName: n1
			status: {replicas: 1}
			""";

	private static JsonNode yaml(String text) throws IOException {
		return YAML.readTree(text);
	}

	private static SideBySide compare(String left, String right) throws IOException {
		return SideBySide.of(Side.of(left, 1), Side.of(yaml(right), yaml(left)), false);
	}

	private static List<String> paths(SideBySide compared) {
		return compared.differences().stream().map(d -> d.kind() + " " + d.path()).toList();
	}

	private static SideBySide again(SideBySide compared, Side copied, Hand to) {
		return to == Hand.RIGHT
				? SideBySide.of(compared.side(Hand.LEFT), copied, false)
				: SideBySide.of(copied, compared.side(Hand.RIGHT), false);
	}

	@Test
	void aFileAndAnObjectDifferInWhatPeopleWriteAlone() throws IOException {
		assertThat(paths(compare(LEFT, RIGHT))).containsExactly("ADDED .metadata.labels.tier", "CHANGED .spec.replicas",
				"CHANGED .spec.template.spec.containers[name=\"web\"].image",
				"CHANGED .spec.template.spec.containers[name=\"web\"].args[1]",
				"ADDED .spec.template.spec.containers[name=\"web\"].args[3]",
				"CHANGED .spec.template.spec.containers[name=\"web\"].env",
				"ADDED .spec.template.spec.containers[name=\"web\"].env[name=\"SIZE\"]",
				"REMOVED .spec.template.spec.containers[name=\"log\"]", "ADDED .spec.template.spec.nodeName");
	}

	@ParameterizedTest
	@EnumSource(Hand.class)
	void afterAllWasTakenOverNothingDiffersAndCommentsStay(Hand to) throws IOException {
		SideBySide compared = compare(LEFT, RIGHT);
		Side copied = compared.copied(compared.differences(), to);
		assertThat(paths(again(compared, copied, to))).isEmpty();
		if (to == Hand.LEFT) {
			assertThat(copied.text()).startsWith("# the shop's front\n").contains("replicas: 1 # for the sale",
					"        # the server\n        - name: web\n");
		}
	}

	@Test
	void eachDifferenceIsTakenOverAlone() throws IOException {
		SideBySide compared = compare(LEFT, RIGHT);
		for (Hand to : Hand.values()) {
			for (Difference difference : compared.differences()) {
				Side copied = compared.copied(List.of(difference), to);
				assertThat(paths(again(compared, copied, to))).as(to + " " + difference.path())
						.hasSize(compared.differences().size() - 1);
			}
		}
	}

	@Test
	void elementsOfListsWithoutKeysGoToTheirPlace() throws IOException {
		String left = "apiVersion: v1\nkind: A\nmetadata: {name: a}\nargs:\n  - a\n  - b # why\n  - e\n";
		String right = "apiVersion: v1\nkind: A\nmetadata: {name: a}\nargs: [z, a, b, c, d, e]\n";
		SideBySide compared = compare(left, right);
		assertThat(compared.copied(compared.differences(), Hand.LEFT).text())
				.endsWith("args:\n  - z\n  - a\n  - b # why\n  - c\n  - d\n  - e\n");
	}

	@Test
	void whatBelongsToThePlaceIsLeftOutByChoice() throws IOException {
		String service = """
				apiVersion: v1
				kind: Service
				metadata: {name: %s, namespace: %s, labels: {pod-template-hash: %s}}
				spec: {clusterIP: %s, clusterIPs: [%s], ports: [{port: 80, nodePort: %s}], selector: {app: web}}
				""";
		String left = service.formatted("a", "x", "1f", "10.0.0.1", "10.0.0.1", "30001");
		String right = service.formatted("b", "y", "2f", "10.0.0.2", "10.0.0.2", "30002");
		Side one = Side.of(yaml(left));
		Side other = Side.of(yaml(right));
		assertThat(SideBySide.of(one, other, true).differences()).isEmpty();
		assertThat(SideBySide.of(one, other, false).differences()).hasSizeGreaterThan(5);
		String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {nodeName: n, volumes: [{name: %s}], "
				+ "containers: [{name: c, volumeMounts: [{name: %s, mountPath: /s}, {name: d, mountPath: /d}]}]}";
		assertThat(SideBySide.of(Side.of(yaml(pod.formatted("kube-api-access-a", "kube-api-access-a"))),
				Side.of(yaml(pod.formatted("kube-api-access-b", "kube-api-access-b"))), true).differences()).isEmpty();
	}

	@Test
	void whatAnObjectOfAClusterIsCalledIsNotTakenOverToItButToAFile() throws IOException {
		SideBySide compared = compare("apiVersion: v1\nkind: A\nmetadata: {name: a, labels: {l: left}}\n",
				"apiVersion: v2\nkind: A\nmetadata: {name: b, labels: {l: right}}\n");
		assertThat(compared.kindsDiffer()).isTrue();
		assertThat(compared.copied(compared.differences(), Hand.RIGHT).tree().path("metadata").toString())
				.isEqualTo("{\"name\":\"b\",\"labels\":{\"l\":\"left\"}}");
		assertThat(compared.copied(compared.differences(), Hand.LEFT).text()).contains("v2", "name: b", "l: right");
	}

	@Test
	void valuesOfSecretsStayHiddenAndAreTakenOverWhole() throws IOException {
		String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {p: %s, same: c2FtZQ==}\n";
		SideBySide compared = compare(secret.formatted("b25l"), secret.formatted("dHdv"));
		assertThat(paths(compared)).containsExactly("CHANGED .data.p");
		assertThat(compared.differences() + " " + compared.lines()).doesNotContain("b25l", "dHdv", "c2FtZQ");
		assertThat(compared.copied(compared.differences(), Hand.RIGHT).tree().at("/data/p").asText()).isEqualTo("b25l");
	}

	@Test
	void linesStandBesideTheirLikesAndKnowTheirDifference() throws IOException {
		SideBySide compared = compare("apiVersion: v1\nkind: A\nmetadata:\n  name: a\np: 1\nq: 2\n",
				"apiVersion: v1\nkind: A\nmetadata: {name: a}\nnew:\n  a: 1\nq: 3\n");
		assertThat(compared.lines().stream().skip(4).map(l -> l.left().text() + " | " + l.right().text() + " | "
				+ l.left().difference() + " " + l.right().difference())).containsExactly("p: 1 |  | 0 -1",
						"q: 2 | q: 3 | 1 1", " | new: | -1 2", " |   a: 1 | -1 2");
	}

	@Test
	void aDocumentOfAFileOfManyIsChangedAloneAndAnItemOfAListIsShownReadably() throws IOException {
		String file = "# one\nkind: A\napiVersion: v1\nmetadata: {name: a}\n---\n"
				+ "kind: List\napiVersion: v1\nitems:\n- kind: B\n  apiVersion: v1\n  metadata: {name: b}\n  x: 1 # why\n";
		SideBySide compared = SideBySide.of(Side.of(file, 2),
				Side.of(yaml("{kind: B, apiVersion: v1, metadata: {name: b}, x: 2}")), false);
		assertThat(paths(compared)).containsExactly("CHANGED .x");
		assertThat(compared.lines()).extracting(l -> l.left().text()).contains("x: 1");
		assertThat(compared.copied(compared.differences(), Hand.LEFT).text())
				.isEqualTo(file.replace("x: 1 # why", "x: 2 # why"));
	}
}
