package org.fleetdesk.demo.internal.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.schema.SchemaCheck.Fault;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say: names, selectors, fields that may not change, addresses of services. Safe for any thread. */
final class Rules {

	private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
	private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
	private static final Pattern PATH_SEGMENT = Pattern.compile("[^/%]+");
	private static final String SUBDOMAIN_TEXT = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
			+ "characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex "
			+ "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
	private static final Pattern QUANTITY = Pattern
			.compile("[+-]?(\\d+|\\d+\\.\\d*|\\.\\d+)(([KMGTPE]i)|[numkMGTPE]|([eE][+-]?\\d+))?");
	private static final Map<String, List<String>> FIXED = Map.of("Deployment.apps", List.of("spec.selector"),
			"ReplicaSet.apps", List.of("spec.selector"), "DaemonSet.apps", List.of("spec.selector"), "StatefulSet.apps",
			List.of("spec.selector", "spec.serviceName", "spec.volumeClaimTemplates"), "Job.batch",
			List.of("spec.template", "spec.selector", "spec.completions"), "Service", List.of("spec.clusterIP"),
			"PersistentVolumeClaim", List.of("spec.storageClassName", "spec.accessModes"),
			"StorageClass.storage.k8s.io",
			List.of("provisioner", "parameters"), "Pod",
			List.of("spec.nodeName", "spec.restartPolicy", "spec.volumes"));

	private final Cluster cluster;

	Rules(Cluster cluster) {
		this.cluster = cluster;
	}

	/** Gives a new object what the server chooses. */
	void complete(Kind kind, ObjectNode object) {
		if (kind.is("", "Service")) {
			address(object);
		} else if (kind.is("", "Namespace")) {
			Trees.child(object, "metadata.labels").put("kubernetes.io/metadata.name", Trees.name(object));
		} else if (kind.is("", "Secret") && object.path("stringData") instanceof ObjectNode texts) {
			ObjectNode data = Trees.child(object, "data");
			Trees.map(texts).forEach((key, text) -> data.put(key, java.util.Base64.getEncoder()
					.encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
			object.remove("stringData");
		} else if (kind.is("batch", "Job") && !Trees.at(object, "spec.selector").isObject()) {
			String uid = Trees.uid(object);
			Trees.child(object, "spec.selector.matchLabels").put("batch.kubernetes.io/controller-uid", uid);
			Trees.child(object, "spec.template.metadata.labels").put("batch.kubernetes.io/controller-uid", uid)
					.put("batch.kubernetes.io/job-name", Trees.name(object)).put("job-name", Trees.name(object));
		}
	}

	private void address(ObjectNode service) {
		ObjectNode spec = Trees.child(service, "spec");
		String type = spec.path("type").asText("ClusterIP");
		if (!type.equals("ExternalName")) {
			if (spec.path("clusterIP").asText("").isEmpty()) {
				spec.put("clusterIP",
						"10.96." + cluster.random().nextInt(256) + "." + (1 + cluster.random().nextInt(254)));
			}
			spec.putArray("clusterIPs").add(spec.path("clusterIP"));
			spec.putArray("ipFamilies").add("IPv4");
			spec.put("ipFamilyPolicy", "SingleStack");
		}
		for (JsonNode port : spec.path("ports")) {
			if (port instanceof ObjectNode node) {
				if (!node.has("targetPort")) {
					node.set("targetPort", node.path("port"));
				}
				if (!type.equals("ClusterIP") && !node.has("nodePort")) {
					node.put("nodePort", 30000 + cluster.random().nextInt(2768));
				}
			}
		}
		Trees.child(service, "status.loadBalancer");
	}

	/** What is wrong with an object, before being what was stored until now. */
	List<Fault> faults(Kind kind, @Nullable ObjectNode before, ObjectNode object) {
		List<Fault> faults = new ArrayList<>();
		if (before == null) {
			name(kind, Trees.name(object), faults);
		} else {
			for (String field : FIXED.getOrDefault(kind.qualifiedKind(), List.of())) {
				JsonNode old = Trees.at(before, field);
				if (!old.equals(Trees.at(object, field)) && !(old.isMissingNode() && !field.equals("spec.selector"))) {
					faults.add(new Fault(field, "FieldValueInvalid", "Invalid value: " + Trees.at(object, field)
							+ ": field is immutable"));
				}
			}
		}
		labels(object, faults);
		JsonNode template = kind.is("batch", "Job") || kind.is("", "ReplicationController")
				? Trees.object()
				: Trees.at(object, "spec.selector.matchLabels");
		JsonNode labels = Trees.at(object, "spec.template.metadata.labels");
		if (kind.group().equals("apps") && !template.propertyStream()
				.allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()))) {
			faults.add(new Fault("spec.template.metadata.labels", "FieldValueInvalid",
					"Invalid value: " + labels + ": `selector` does not match template `labels`"));
		}
		if (Trees.number(object, "spec.replicas", 0) < 0) {
			faults.add(new Fault("spec.replicas", "FieldValueInvalid", "Invalid value: "
					+ Trees.text(object, "spec.replicas") + ": must be greater than or equal to 0"));
		}
		String pod = Defaults.podSpec(kind);
		containers(Trees.at(object, pod + ".containers"), pod + ".containers", faults);
		return faults;
	}

	private static void name(Kind kind, String name, List<Fault> faults) {
		boolean dns = !kind.group().equals("rbac.authorization.k8s.io");
		boolean label = kind.is("", "Namespace") || kind.is("", "Service");
		Pattern pattern = !dns ? PATH_SEGMENT : label ? LABEL : SUBDOMAIN;
		if (!pattern.matcher(name).matches() || name.length() > (label ? 63 : 253)) {
			faults.add(new Fault("metadata.name", "FieldValueInvalid",
					"Invalid value: \"" + name + "\": " + (label
							? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must "
									+ "start and end with an alphanumeric character"
							: SUBDOMAIN_TEXT)));
		}
	}

	private static void labels(ObjectNode object, List<Fault> faults) {
		Trees.map(object.path("metadata").path("labels")).forEach((key, value) -> {
			if (!value.matches("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?") || value.length() > 63) {
				faults.add(new Fault("metadata.labels", "FieldValueInvalid", "Invalid value: \"" + value
						+ "\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.'"));
			}
		});
	}

	private static void containers(JsonNode containers, String path, List<Fault> faults) {
		Set<String> names = new HashSet<>();
		int index = 0;
		if (containers.isArray() && containers.isEmpty()) {
			faults.add(new Fault(path, "FieldValueRequired", "Required value"));
		}
		for (JsonNode container : containers) {
			String at = path + "[" + index++ + "]";
			String name = container.path("name").asText("");
			if (container.path("image").asText("").isBlank()) {
				faults.add(new Fault(at + ".image", "FieldValueRequired", "Required value"));
			}
			if (!LABEL.matcher(name).matches() && !name.isEmpty()) {
				faults.add(new Fault(at + ".name", "FieldValueInvalid", "Invalid value: \"" + name
						+ "\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'"));
			}
			if (!names.add(name)) {
				faults.add(new Fault(at + ".name", "FieldValueDuplicate", "Duplicate value: \"" + name + "\""));
			}
			for (String resources : new String[]{"requests", "limits"}) {
				Trees.map(container.path("resources").path(resources)).forEach((key, value) -> {
					if (!QUANTITY.matcher(value).matches()) {
						faults.add(new Fault(at + ".resources." + resources + "." + key, "FieldValueInvalid",
								"Invalid value: \"" + value + "\": quantities must match the regular expression"));
					}
				});
			}
		}
	}

	/** Refuses what a namespace does not allow: it must be there and not be ending. */
	void namespace(Target target) {
		if (target.namespace().isEmpty()) {
			return;
		}
		Kind kind = target.kind();
		Item namespace = cluster.store().items("/namespaces", "").get("/" + target.namespace());
		if (namespace == null) {
			Kind namespaces = cluster.kinds().find("", "v1", "namespaces").orElseThrow();
			throw ApiException.notFound(namespaces, target.namespace());
		}
		if (Trees.deleting(namespace.object())) {
			throw ApiException.forbidden(kind, target.name(),
					"unable to create new content in namespace " + target.namespace()
							+ " because it is being terminated");
		}
	}
}
