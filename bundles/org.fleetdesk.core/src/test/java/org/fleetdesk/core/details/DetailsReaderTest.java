package org.fleetdesk.core.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.DetailSection;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.WebLink;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;

class DetailsReaderTest {
	private static final YAMLMapper YAML = new YAMLMapper();
	private static final Instant NOW = Instant.parse("2026-01-02T04:04:05Z");
	private static final Catalogue CATALOGUE = new Catalogue(List.of(type("", "v1", "secrets", "Secret", true),
			type("", "v1", "nodes", "Node", false), type("", "v1", "namespaces", "Namespace", false),
			type("", "v1", "serviceaccounts", "ServiceAccount", true),
			type("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true),
			type("apps", "v1", "replicasets", "ReplicaSet", true),
			type("cluster.x-k8s.io", "v1beta1", "clusters", "Cluster", true),
			type("example.org", "v1", "clusters", "Cluster", true)), List.of());

	private static ResourceType type(String group, String version, String plural, String kind, boolean namespaced) {
		return new ResourceType(group, version, plural, "", kind, namespaced, List.of(), List.of(), Set.of("list"),
				true);
	}

	private static JsonNode yaml(String text) throws IOException {
		return YAML.readTree(text);
	}

	private static DetailSection.Field field(String name, String type, String reduce, String link, String... paths) {
		return new DetailSection.Field(
				new RowPlan.Cell(new Column(name, type, false, ""), reduce, List.of(paths)),
				link.isEmpty() ? Optional.empty() : Optional.of(KindKey.parse(link)));
	}

	private static Around described(List<DetailSection> sections, List<WebLink> pages, boolean revealed) {
		Descriptor descriptor = new Descriptor(KindKey.parse("pods"), List.of(), List.of(), Map.of(), List.of(),
				List.of(), sections, Optional.empty(), Set.of(), pages, "test");
		return new Around(CATALOGUE, Optional.of(descriptor), List.of(), Optional.empty(), UnaryOperator.identity(),
				revealed);
	}

	private static Around unknown() {
		return new Around(CATALOGUE, Optional.empty(), List.of(), Optional.empty(), UnaryOperator.identity(), false);
	}

	private static Optional<Details.Section> section(Details details, String title) {
		return details.sections().stream().filter(s -> s.title().equals(title)).findFirst();
	}

	private static Map<String, String> values(Details details, String title) {
		return section(details, title).map(Details.Values.class::cast).map(Details.Values::values).orElse(List.of())
				.stream().collect(Collectors.toMap(Value::name, value -> value.text(NOW)));
	}

	private static Details.Table table(Details details, String title) {
		return (Details.Table) section(details, title).orElseThrow();
	}

	private static List<List<String>> texts(Details.Table table) {
		return table.rows().stream().map(row -> row.stream().map(value -> value.text(NOW)).toList()).toList();
	}

	private static List<Link> links(Value value) {
		return value.pieces().stream().map(Value.Piece::link).flatMap(Optional::stream).toList();
	}

	private static final String POD = """
			apiVersion: v1
			kind: Pod
			metadata: {name: api-0, namespace: web, labels: {app: api, "a.b/c": x}}
			spec:
			  nodeName: node-1
			  serviceAccountName: robot
			  containers:
			  - {name: one, image: "nginx:1", ports: [{containerPort: 80}, {containerPort: 443}]}
			  - {name: two, image: "redis:7"}
			  volumes: [{name: v, secret: {secretName: s1}}, {name: w, secret: {secretName: s2}}]
			  accessModes: [ReadWriteOnce, ReadOnlyMany]
			  host: example.org
			status:
			  conditions:
			  - {type: Ready, status: "False", reason: Waiting, message: Not yet., lastTransitionTime: "2026-01-02T03:04:05Z"}
			""";

	@Test
	void aSectionHasItsValuesAndNothingThatTheObjectLacks() throws IOException {
		Details details = DetailsReader.read(yaml(POD), described(List.of(new DetailSection("Placement", "",
				List.of(field("Node", "string", "first", "nodes", "spec.nodeName"),
						field("Priority", "integer", "first", "", "spec.priority"),
						field("Account", "string", "first", "serviceaccounts", "spec.serviceAccountName")))),
				List.of(), false));
		assertThat(values(details, "Placement")).containsOnly(Map.entry("Node", "node-1"),
				Map.entry("Account", "robot"));
		List<Value> values = ((Details.Values) section(details, "Placement").orElseThrow()).values();
		assertThat(links(values.getFirst()))
				.containsExactly(new Link.ToObject(KindKey.parse("nodes"), "Node", "", "node-1"));
		assertThat(links(values.getLast())).containsExactly(
				new Link.ToObject(KindKey.parse("serviceaccounts"), "ServiceAccount", "web", "robot"));
		assertThat(values.getFirst().path()).isEqualTo("spec.nodeName");
	}

	@Test
	void aTableHasARowForEachElementAndOnlyColumnsThatSaySomething() throws IOException {
		Details details = DetailsReader.read(yaml(POD), described(List.of(new DetailSection("Containers",
				"spec.containers[*]",
				List.of(field("Name", "string", "first", "", "name"), field("Image", "string", "first", "", "image"),
						field("Ports", "string", "join", "", "ports[*].containerPort"),
						field("Command", "string", "join", "", "command[*]")))),
				List.of(), false));
		Details.Table table = table(details, "Containers");
		assertThat(table.columns()).containsExactly("Name", "Image", "Ports");
		assertThat(texts(table)).containsExactly(List.of("one", "nginx:1", "80,443"), List.of("two", "redis:7", ""));
		assertThat(table.rows().getLast().get(1).path()).isEqualTo("spec.containers[1].image");
	}

	@Test
	void elementsThatAreNoMapsAndKeysOfMapsAreRowsToo() throws IOException {
		Details details = DetailsReader.read(yaml(POD), described(List.of(
				new DetailSection("Modes", "spec.accessModes[*]",
						List.of(field("Mode", "string", "first", "", "value"))),
				new DetailSection("Marks", "metadata.labels.*", List.of(field("Key", "string", "first", "", "key"),
						field("Value", "string", "first", "", "value")))),
				List.of(), false));
		assertThat(texts(table(details, "Modes"))).containsExactly(List.of("ReadWriteOnce"), List.of("ReadOnlyMany"));
		assertThat(table(details, "Modes").rows().getFirst().getFirst().path()).isEqualTo("spec.accessModes[0]");
		assertThat(texts(table(details, "Marks"))).containsExactly(List.of("app", "api"), List.of("a.b/c", "x"));
	}

	@Test
	void severalNamesOfAFieldAreLinksOneByOne() throws IOException {
		Details details = DetailsReader.read(yaml(POD), described(List.of(new DetailSection("Secrets", "",
				List.of(field("Mounted", "string", "joinUnique", "secrets", "spec.volumes[*].secret.secretName")))),
				List.of(), false));
		assertThat(values(details, "Secrets")).containsEntry("Mounted", "s1, s2");
		assertThat(links(((Details.Values) section(details, "Secrets").orElseThrow()).values().getFirst()))
				.extracting(link -> ((Link.ToObject) link).name()).containsExactly("s1", "s2");
	}

	@Test
	void aNameIsOfTheNamespaceThatStandsBesideIt() throws IOException {
		JsonNode volume = yaml("""
				apiVersion: v1
				kind: PersistentVolume
				metadata: {name: pv-1}
				spec: {claimRef: {name: data, namespace: shop}, storage: {secret: none}}
				""");
		Details details = DetailsReader.read(volume, described(List.of(new DetailSection("Claim", "",
				List.of(field("Claim", "string", "first", "persistentvolumeclaims", "spec.claimRef.name"),
						field("Secret", "string", "first", "secrets", "spec.storage.secret")))),
				List.of(), false));
		List<Value> values = ((Details.Values) section(details, "Claim").orElseThrow()).values();
		assertThat(links(values.getFirst())).containsExactly(new Link.ToObject(KindKey.parse("persistentvolumeclaims"),
				"PersistentVolumeClaim", "shop", "data"));
		assertThat(links(values.getLast())).as("nobody knows in which namespace").isEmpty();
	}

	@Test
	void conditionsAreATableWithTheMomentOfTheirChange() throws IOException {
		Details.Table table = table(DetailsReader.read(yaml(POD), unknown()), "Conditions");
		assertThat(texts(table)).containsExactly(List.of("Ready", "False", "60m", "Waiting", "Not yet."));
		assertThat(table.rows().getFirst().get(1).path()).isEqualTo("status.conditions[0].status");
	}

	@Test
	void aKindThatNobodyDescribedShowsItsColumnsItsStatusAndWhatItNames() throws IOException {
		JsonNode machine = yaml("""
				apiVersion: example.org/v1
				kind: Machine
				metadata:
				  name: m
				  namespace: web
				  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: rs, controller: true}]
				spec:
				  clusterName: mine
				  infrastructureRef: {apiVersion: cluster.x-k8s.io/v1beta1, kind: Cluster, name: theirs}
				  credentialsRef: {name: unknown}
				  secretRef: {name: s, namespace: vault}
				  nodes: [{nodeName: node-7}]
				status: {phase: Up, console: "https://console.example.org/m"}
				""");
		Row row = new Row("u", "web", "m", "1", Row.NO_TIME, new Object[]{"m", "Up", null, 3L});
		List<Column> columns = List.of(new Column("Name", "string", false, ""),
				new Column("Phase", "string", false, ""), new Column("Odd", "string", false, ""),
				new Column("Disks", "integer", true, ""));
		Details details = DetailsReader.read(machine, new Around(CATALOGUE, Optional.empty(), columns,
				Optional.of(row), UnaryOperator.identity(), false));
		assertThat(values(details, "Summary")).containsOnly(Map.entry("Phase", "Up"), Map.entry("Disks", "3"));
		assertThat(values(details, "Status")).containsEntry("phase", "Up");
		assertThat(values(details, "Metadata")).containsEntry("Controlled by", "ReplicaSet rs");
		assertThat(texts(table(details, "Refers to"))).containsExactly(List.of("spec.clusterName", "Cluster", "mine"),
				List.of("spec.infrastructureRef.name", "Cluster", "theirs"),
				List.of("spec.secretRef.name", "Secret", "s"), List.of("spec.nodes[0].nodeName", "Node", "node-7"));
		assertThat(table(details, "Refers to").rows()).extracting(r -> links(r.get(2)).getFirst()).containsExactly(
				new Link.ToObject(KindKey.parse("clusters.example.org"), "Cluster", "web", "mine"),
				new Link.ToObject(KindKey.parse("clusters.cluster.x-k8s.io"), "Cluster", "web", "theirs"),
				new Link.ToObject(KindKey.parse("secrets"), "Secret", "vault", "s"),
				new Link.ToObject(KindKey.parse("nodes"), "Node", "", "node-7"));
		Value console = ((Details.Values) section(details, "Status").orElseThrow()).values().getLast();
		assertThat(links(console)).singleElement().isInstanceOf(Link.ToPage.class);
	}

	@Test
	void aSecretSaysWhatItHidesOnlyWhenAskedWhateverItsDescriptorShows() throws IOException {
		JsonNode secret = yaml("""
				apiVersion: v1
				kind: Secret
				metadata: {name: s, namespace: web}
				data: {word: c3dvcmRmaXNo}
				""");
		List<DetailSection> curious = List.of(new DetailSection("Everything", "data.*",
				List.of(field("Value", "string", "first", "", "value"))));
		Details hidden = DetailsReader.read(secret, described(curious, List.of(), false));
		assertThat(hidden.toString()).doesNotContain("swordfish").doesNotContain("c3dvcmRmaXNo");
		assertThat(values(hidden, "Data").get("word")).contains("9 bytes");
		Details revealed = DetailsReader.read(secret, described(curious, List.of(), true));
		assertThat(values(revealed, "Data")).containsEntry("word", "swordfish");
	}

	@Test
	void pagesOfTheWebAreOneForEachValueAndNothingElseRuns() throws IOException {
		JsonNode ingress = yaml("""
				metadata: {name: i}
				spec: {rules: [{host: a.example.org}, {host: "b c"}, {}], script: "javascript:alert(1)",
				  host: {first: c.example.org}}
				""");
		Details details = DetailsReader.read(ingress, described(List.of(),
				List.of(new WebLink("Open", "https://{spec.rules[*].host}/x?n={metadata.name}"),
						new WebLink("Bad", "{spec.script}"), new WebLink("None", "https://{spec.missing}/"),
						new WebLink("Keys", "https://{spec.{hosts,host}.first}/")),
				false));
		Details.Values pages = (Details.Values) section(details, "In the browser").orElseThrow();
		assertThat(pages.values()).extracting(value -> value.text(NOW))
				.containsExactly("https://a.example.org/x?n=i", "https://c.example.org/");
	}
}
