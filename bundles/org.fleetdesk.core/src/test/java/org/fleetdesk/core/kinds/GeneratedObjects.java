package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;

/** Makes objects of a published message at random, as JSON: mostly what plans look at, with words that mean something. */
final class GeneratedObjects {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
	private static final String[] WORDS = {"a", "b", "web-7", "", "é-ü 語 🚀", "x".repeat(200), "N/A", "10.0.0.1",
			" padded\n", "img:1"};
	private static final Map<String, String[]> MEANT = Map.ofEntries(
			Map.entry("type", new String[]{"Ready", "Initialized", "PodScheduled", "InternalIP", "ExternalIP",
					"Complete", "Failed", "Suspended", "ClusterIP", "LoadBalancer", "ExternalName", "Resource", "Pods",
					"External", "Established", "Approved", "Denied", "Available", "Later"}),
			Map.entry("status", new String[]{"True", "True", "False", "Unknown", "Other"}),
			Map.entry("phase", new String[]{"Pending", "Running", "Succeeded", "Failed", "Bound", ""}),
			Map.entry("reason", new String[]{"", "Error", "Completed", "Completed", "SchedulingGated", "NodeLost",
					"PodInitializing", "CrashLoopBackOff"}),
			Map.entry("restartPolicy", new String[]{"Always", "Never", ""}),
			Map.entry("operator", new String[]{"In", "NotIn", "Exists", "DoesNotExist", "Like"}),
			Map.entry("kind", new String[]{"Pod", "User", "Group", "ServiceAccount", "ReplicaSet"}),
			Map.entry("name", new String[]{"a", "b", "c", ""}),
			Map.entry("uid", new String[]{"0d2f6a3e-0000-4c55-9f0e-2a9d5c1b8e77", "odd", ""}),
			Map.entry("resourceVersion", new String[]{"1", "123456789", "007", "v1", ""}),
			Map.entry("accessModes", new String[]{"ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "Own"}));
	private static final String[] KEYS = {"app", "b", "node-role.kubernetes.io/worker", "kubernetes.io/role",
			"k8s.io/initial-events-end", "a.b/c", "tls.crt", "volume.beta.kubernetes.io/storage-class", ""};
	private static final String[] RESOURCES = {"cpu", "memory", "nvidia.com/gpu", "storage", "ephemeral-storage",
			"x.test/vgpu", "nvidia.com/mig-1g.5gb", "pods", "limits.cpu", "requests.memory"};
	private static final String[] QUANTITIES = {"100m", "0", "1.5", "128Mi", "1e3", "2k", "1", "0.1", "3Ti", "1E",
			"12345678901234567890", "abc", "-1", "1500u"};
	private static final String[] BYTES = bytes();
	private static final int DEEP = 12;
	/** What Kubernetes' types embed, by the fields of protobuf that hold it. */
	private static final Set<String> INLINED = Set.of("volumeSource", "persistentVolumeSource",
			"ephemeralContainerCommon", "localObjectReference", "handler", "ingressRuleValue", "ruleWithOperations",
			"rule", "deviceConfiguration");

	private final Random random;
	private final Set<String> wanted;

	/** Objects from a seed; fields of these names are made more often than others. */
	GeneratedObjects(long seed, Set<String> wanted) {
		this.random = new Random(seed);
		this.wanted = wanted;
	}

	/** Nothing, something, and certificates, in base64. */
	private static String[] bytes() {
		try (InputStream in = GeneratedObjects.class.getResourceAsStream("certificates.txt")) {
			return ("\nAAE=\n" + new String(in.readAllBytes(), StandardCharsets.US_ASCII)).split("\n");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Whether objects have the fields of the message that it holds in place of this one. */
	static boolean inlined(FieldDescriptor field) {
		return field.getJavaType() == JavaType.MESSAGE && INLINED.contains(field.getName());
	}

	/** The next object of a message. */
	ObjectNode next(Descriptor message) {
		return (ObjectNode) mutated(message(message, 0));
	}

	private ObjectNode message(Descriptor message, int depth) {
		ObjectNode object = JSON.objectNode();
		List<FieldDescriptor> fields = new ArrayList<>(message.getFields());
		java.util.Collections.shuffle(fields, random);
		for (FieldDescriptor field : fields) {
			if (inlined(field)) {
				object.setAll(message(field.getMessageType(), depth));
				continue;
			}
			double chance = depth > DEEP ? 0 : wanted.contains(field.getName()) ? 0.8 : 0.06;
			if (random.nextDouble() < chance) {
				object.set(field.getName(), field(field, depth));
			}
		}
		return object;
	}

	private JsonNode field(FieldDescriptor field, int depth) {
		if (field.isMapField()) {
			ObjectNode map = JSON.objectNode();
			FieldDescriptor value = field.getMessageType().findFieldByName("value");
			boolean quantities = value.getJavaType() == JavaType.MESSAGE;
			for (int i = random.nextInt(4); i > 0; i--) {
				map.set(pick(quantities ? RESOURCES : KEYS), one(value, depth));
			}
			return map;
		}
		if (field.isRepeated()) {
			ArrayNode list = JSON.arrayNode();
			for (int i = random.nextInt(4); i > 0; i--) {
				list.add(one(field, depth));
			}
			return list;
		}
		return one(field, depth);
	}

	private JsonNode one(FieldDescriptor field, int depth) {
		return switch (field.getType()) {
			case MESSAGE -> held(field.getMessageType(), depth);
			case BOOL -> JSON.booleanNode(random.nextBoolean());
			case BYTES -> JSON.textNode(pick(BYTES));
			case DOUBLE -> JSON.numberNode(random.nextInt(5) + 0.5);
			case INT32 -> JSON.numberNode(new int[]{0, 1, 2, 137, -1, Integer.MAX_VALUE}[random.nextInt(6)]);
			case INT64 -> JSON.numberNode(random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(5));
			default -> JSON.textNode(random.nextInt(8) == 0
					? pick(WORDS)
					: pick(MEANT.getOrDefault(field.getName(), WORDS)));
		};
	}

	private JsonNode held(Descriptor message, int depth) {
		return switch (message.getName()) {
			case "Time" -> JSON.textNode(Instant.ofEpochSecond(random.nextInt()).toString());
			case "MicroTime" -> JSON.textNode(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L)
					.truncatedTo(ChronoUnit.MICROS).toString());
			case "Quantity" -> JSON.textNode(pick(QUANTITIES));
			case "IntOrString" -> random.nextBoolean() ? JSON.numberNode(random.nextInt(3)) : JSON.textNode("50%");
			default -> message(message, depth + 1);
		};
	}

	/** What servers and those between them do to objects: fields are missing, null, empty, unknown. */
	private JsonNode mutated(JsonNode node) {
		if (node instanceof ObjectNode object) {
			List<String> names = new ArrayList<>();
			object.fieldNames().forEachRemaining(names::add);
			for (String name : names) {
				switch (random.nextInt(60)) {
					case 0 -> object.putNull(name);
					case 1 -> object.remove(name);
					default -> object.set(name, mutated(object.get(name)));
				}
			}
		} else if (node instanceof ArrayNode list) {
			for (int i = 0; i < list.size(); i++) {
				list.set(i, mutated(list.get(i)));
			}
			if (random.nextInt(40) == 0) {
				list.removeAll();
			}
		}
		return node;
	}

	private String pick(String... among) {
		return among[random.nextInt(among.length)];
	}
}
