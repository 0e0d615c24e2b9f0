package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.internal.rows.JsonRows;
import org.fleetdesk.kube.internal.rows.RowMaker;
import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.rows.WireRows;
import org.fleetdesk.kube.internal.rows.WireTable;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;

import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Admissionregistration;
import io.kubernetes.client.proto.V1Apiextensions;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Batch;
import io.kubernetes.client.proto.V1Certificates;
import io.kubernetes.client.proto.V1Coordination;
import io.kubernetes.client.proto.V1Discovery;
import io.kubernetes.client.proto.V1Events;
import io.kubernetes.client.proto.V1Flowcontrol;
import io.kubernetes.client.proto.V1Networking;
import io.kubernetes.client.proto.V1Node;
import io.kubernetes.client.proto.V1Policy;
import io.kubernetes.client.proto.V1Rbac;
import io.kubernetes.client.proto.V1Resource;
import io.kubernetes.client.proto.V1Scheduling;
import io.kubernetes.client.proto.V1Storage;
import io.kubernetes.client.proto.V2Autoscaling;

/** Rows of generated and mutated objects are the same from JSON tokens, from protobuf, and from a tree read as the plan says. */
class DecodersAgreeTest {

	private static final int OBJECTS = 150;
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Kinds PLANS = new Kinds();
	private static final Map<String, FileDescriptor> GROUPS = Map.ofEntries(Map.entry("", V1.getDescriptor()),
			Map.entry("apps", V1Apps.getDescriptor()), Map.entry("batch", V1Batch.getDescriptor()),
			Map.entry("autoscaling", V2Autoscaling.getDescriptor()), Map.entry("policy", V1Policy.getDescriptor()),
			Map.entry("networking.k8s.io", V1Networking.getDescriptor()),
			Map.entry("discovery.k8s.io", V1Discovery.getDescriptor()),
			Map.entry("events.k8s.io", V1Events.getDescriptor()),
			Map.entry("storage.k8s.io", V1Storage.getDescriptor()), Map.entry("node.k8s.io", V1Node.getDescriptor()),
			Map.entry("rbac.authorization.k8s.io", V1Rbac.getDescriptor()),
			Map.entry("coordination.k8s.io", V1Coordination.getDescriptor()),
			Map.entry("scheduling.k8s.io", V1Scheduling.getDescriptor()),
			Map.entry("resource.k8s.io", V1Resource.getDescriptor()),
			Map.entry("certificates.k8s.io", V1Certificates.getDescriptor()),
			Map.entry("admissionregistration.k8s.io", V1Admissionregistration.getDescriptor()),
			Map.entry("flowcontrol.apiserver.k8s.io", V1Flowcontrol.getDescriptor()),
			Map.entry("apiextensions.k8s.io", V1Apiextensions.getDescriptor()));

	/** In protobuf their one list has another name, so they are read as JSON. */
	private static final Set<String> AS_JSON = Set.of("mutatingwebhookconfigurations.admissionregistration.k8s.io",
			"validatingwebhookconfigurations.admissionregistration.k8s.io");

	/** What a decoder gave. */
	private static final class Given implements RowSink {
		private final List<Row> rows = new ArrayList<>();
		private List<Column> columns = List.of();

		@Override
		public void columns(List<Column> given) {
			columns = given;
		}

		@Override
		public void row(Row row) {
			rows.add(row);
		}
	}

	static List<KindKey> kinds() {
		return PLANS.all().stream().filter(d -> !d.columns().isEmpty()).map(d -> d.kind())
				.filter(kind -> !AS_JSON.contains(kind.toString()))
				.filter(kind -> published(kind).filter(m -> PLANS.of(type(kind, m)).isPresent()).isPresent())
				.sorted(Comparator.comparing(KindKey::toString)).toList();
	}

	/** Its message; none of a kind that is in no stable version. */
	private static Optional<Descriptor> published(KindKey kind) {
		return Optional.ofNullable(GROUPS.get(kind.group())).flatMap(file -> file.getMessageTypes().stream()
				.filter(m -> plural(m.getName()).equals(kind.plural())).findFirst());
	}

	private static Descriptor message(KindKey kind) {
		return published(kind).orElseThrow(() -> new AssertionError("no message for " + kind));
	}

	private static String plural(String name) {
		String small = name.toLowerCase();
		return small.equals("endpoints")
				? small
				: small.endsWith("s")
						? small + "es"
						: small.endsWith("y") ? small.substring(0, small.length() - 1) + "ies" : small + "s";
	}

	private static ResourceType type(KindKey kind, Descriptor message) {
		String version = message.getFile().getPackage().replaceFirst(".*\\.", "");
		return new ResourceType(kind.group(), version, kind.plural(), "", message.getName(), true, List.of(), List.of(),
				Set.of("list", "watch"), true);
	}

	private static Set<String> names(RowPlan plan) {
		Set<String> names = new TreeSet<>(List.of("metadata", "name", "namespace", "uid", "resourceVersion", "labels",
				"creationTimestamp", "deletionTimestamp", "ownerReferences", "controller", "kind", "annotations",
				"spec", "status", "containers", "initContainers", "containerStatuses", "initContainerStatuses", "state",
				"lastState", "terminated", "waiting", "running", "ready", "started", "restartCount", "restartPolicy",
				"exitCode", "signal", "reason", "finishedAt", "conditions", "type", "phase", "readinessGates",
				"conditionType", "unschedulable", "matchLabels", "matchExpressions", "key", "operator", "values",
				"ports", "port", "nodePort", "protocol", "externalIPs", "externalName", "loadBalancer", "ingress", "ip",
				"hostname", "rules", "host", "tls", "endpoints", "addresses", "metrics", "currentMetrics", "resource",
				"pods", "external", "target", "current", "averageValue", "value", "averageUtilization", "succeeded",
				"completions", "parallelism", "resources", "requests", "overhead", "subsets", "allocation",
				"reservedFor", "certificate", "hard", "used", "paramRef", "selector", "apiVersion", "data"));
		plan.cells()
				.forEach(cell -> cell.paths().forEach(path -> names.addAll(Arrays.asList(path.split("[^A-Za-z]+")))));
		return names;
	}

	private static Given json(RowPlan plan, List<ObjectNode> objects) throws Exception {
		ObjectNode list = JSON.createObjectNode().put("kind", "SomeList");
		list.putObject("metadata").put("resourceVersion", "77").put("continue", "more").put("remainingItemCount", 5);
		list.putArray("items").addAll(objects);
		Given given = new Given();
		byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
		try (var parser = JsonAnswers.ROWS.createParser(new ByteArrayInputStream(bytes))) {
			page(new JsonRows(parser, new RowMaker(plan, new StringPool(), false), given).list());
		}
		return given;
	}

	private static Given wire(ResourceType type, RowPlan plan, byte[] list) throws Exception {
		Given given = new Given();
		StringPool pool = new StringPool();
		WireRows rows = WireRows.of(type, new WireTable(), new RowMaker(plan, pool, false), pool, given)
				.orElseThrow(() -> new AssertionError("protobuf has not all that the plan of " + type + " wants"));
		page(rows.list(new ByteArrayInputStream(list)));
		return given;
	}

	private static void page(Page page) {
		assertThat(page.resourceVersion()).isEqualTo("77");
		assertThat(page.next()).contains("more");
		assertThat(page.remaining()).hasValue(5);
	}

	private static String facts(Row row) {
		String labels = java.util.stream.IntStream.range(0, row.labels())
				.mapToObj(i -> row.labelKey(i) + "=" + row.labelValue(i)).collect(Collectors.joining(","));
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < row.cells(); i++) {
			Object cell = row.cell(i);
			cells.add(cell == null ? "null" : cell.getClass().getSimpleName() + " " + cell);
		}
		return row + " " + row.uid() + "@" + row.resourceVersion() + " " + row.createdMillis() + " " + row.owner() + " "
				+ labels + " " + cells;
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyDecoderGivesTheSameRows(KindKey kind) throws Exception {
		Descriptor message = message(kind);
		ResourceType type = type(kind, message);
		RowPlan plan = PLANS.of(type).orElseThrow();
		GeneratedObjects generated = new GeneratedObjects(kind.hashCode(), names(plan));
		List<ObjectNode> objects = new ArrayList<>();
		for (int i = 0; i < OBJECTS; i++) {
			objects.add(generated.next(message));
		}
		Given json = json(plan, objects);
		Given wire = wire(type, plan, new WireForm(kind.hashCode()).list(message.getName(), message, objects));
		assertThat(json.columns).isEqualTo(plan.columns()).isEqualTo(wire.columns);
		assertThat(wire.rows).hasSameSizeAs(objects);
		for (int i = 0; i < OBJECTS; i++) {
			JsonNode object = objects.get(i);
			assertThat(facts(wire.rows.get(i))).as("%s", object).isEqualTo(facts(json.rows.get(i)));
			assertThat(facts(plan.read(object))).as("%s", object).isEqualTo(facts(json.rows.get(i)));
			cells(plan, object, json.rows.get(i));
			head(object, json.rows.get(i));
		}
	}

	private static void cells(RowPlan plan, JsonNode object, Row row) {
		for (int i = 0; i < plan.cells().size(); i++) {
			RowPlan.Cell cell = plan.cells().get(i);
			Optional<Object[]> wanted = TreeRows.cell(cell, object);
			if (wanted.isPresent()) {
				assertThat(row.cell(i)).as("%s of %s", cell, object).isEqualTo(wanted.get()[0]);
			}
		}
	}

	private static void head(JsonNode object, Row row) {
		JsonNode metadata = object.path("metadata");
		assertThat(row.name()).isEqualTo(TreeRows.text(metadata.path("name")));
		assertThat(row.namespace()).isEqualTo(TreeRows.text(metadata.path("namespace")));
		assertThat(row.resourceVersion()).isEqualTo(TreeRows.text(metadata.path("resourceVersion")));
		assertThat(row.labels()).isEqualTo(metadata.path("labels").size());
		metadata.path("labels").properties()
				.forEach(label -> assertThat(row.label(label.getKey())).isEqualTo(TreeRows.text(label.getValue())));
	}

	private static RowPlan.Cell cell(String reduce, String... paths) {
		return new RowPlan.Cell(new Column(String.join(" ", paths), "string", false, ""), reduce, List.of(paths));
	}

	/** What a kind's descriptor says that its objects name. */
	private static RowPlan named(String kind) {
		return new RowPlan(PLANS.of(KindKey.parse(kind)).orElseThrow().relations().stream()
				.filter(relation -> relation.form() == Relation.Form.NAME)
				.flatMap(relation -> relation.paths().stream().map(path -> relation.optional(path).isEmpty()
						? cell("tuples", path)
						: cell("tuples", path, relation.optional(path))))
				.toList());
	}

	/** What programs read back; {@code wire} says whether protobuf has all of it. */
	static Stream<Arguments> relations() {
		String owners = "metadata.ownerReferences[*].";
		return Stream.of(Arguments.of("pods", true, named("pods")),
				Arguments.of("pods", true, new RowPlan(List.of(cell("tuples", owners + "name", owners + "kind",
						owners + "apiVersion", owners + "uid", "metadata.namespace"),
						cell("tuples", "spec.imagePullSecrets[*].name", "metadata.namespace")))),
				Arguments.of("services", true, new RowPlan(List.of(cell("selection", "spec.selector"),
						cell("pairs", "spec.selector")))),
				Arguments.of("persistentvolumes", true, new RowPlan(List.of(
						cell("tuples", "spec.claimRef.name", "spec.claimRef.kind", "spec.claimRef.namespace")))),
				Arguments.of("networkpolicies.networking.k8s.io", false, new RowPlan(List.of(
						cell("selection", "spec.podSelector"), cell("selector", "spec.podSelector")))),
				Arguments.of("deployments.apps", false, new RowPlan(List.of(cell("selection", "spec.selector")))));
	}

	@ParameterizedTest
	@MethodSource("relations")
	void whatProgramsReadBackIsTheSameToo(String name, boolean wire, RowPlan plan) throws Exception {
		KindKey kind = KindKey.parse(name);
		Descriptor message = message(kind);
		Set<String> names = names(plan);
		names.addAll(List.of("selector", "podSelector", "apiVersion"));
		GeneratedObjects generated = new GeneratedObjects(name.hashCode(), names);
		List<ObjectNode> objects = Stream.generate(() -> generated.next(message)).limit(OBJECTS).toList();
		objects.stream().filter(o -> o.path("spec").path("selector").isEmpty())
				.forEach(o -> o.withObject("/spec").remove("selector")); // a server leaves empty maps away
		Given json = json(plan, objects);
		for (int i = 0; i < OBJECTS; i++) {
			cells(plan, objects.get(i), json.rows.get(i));
		}
		for (int i = 0; i < plan.cells().size(); i++) {
			int column = i;
			assertThat(json.rows).filteredOn(row -> row.cell(column) != null).hasSizeGreaterThan(20);
		}
		if (wire) {
			Given given = wire(type(kind, message), plan,
					new WireForm(name.hashCode()).list(message.getName(), message, objects));
			assertThat(given.rows).map(DecodersAgreeTest::facts)
					.isEqualTo(json.rows.stream().map(DecodersAgreeTest::facts).toList());
		}
	}

	@Test
	void onlyVersionsThatAPlanFitsAreReadByIt() {
		ResourceType jobs = new ResourceType("batch", "v1", "jobs", "", "Job", true, List.of(), List.of(), Set.of(),
				true);
		ResourceType later = new ResourceType("batch", "v9", "jobs", "", "Job", true, List.of(), List.of(), Set.of(),
				true);
		ResourceType odd = new ResourceType("", "v1", "../rows/pods", "", "Pod", true, List.of(), List.of(), Set.of(),
				true);
		assertThat(PLANS.of(jobs)).isPresent().isSameAs(PLANS.of(jobs));
		assertThat(PLANS.of(later)).isEmpty();
		assertThat(PLANS.of(odd)).isEmpty();
	}

	@Test
	void nearlyEveryKindIsHeldAndNoPlanShowsSecretData() throws IOException {
		assertThat(kinds()).hasSizeGreaterThan(50);
		RowPlan secrets = PLANS.of(type(KindKey.parse("secrets"), message(KindKey.parse("secrets")))).orElseThrow();
		assertThat(secrets.cells()).filteredOn(cell -> cell.paths().toString().matches("\\[(data|stringData).*"))
				.allSatisfy(cell -> assertThat(cell.reduce()).isIn("count", "keys", "certificateExpiry")).isNotEmpty();
	}
}
