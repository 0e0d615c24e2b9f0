package org.fleetdesk.kube.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.rows.WireTable.Form;
import org.fleetdesk.kube.internal.rows.WireTable.Times;
import org.junit.jupiter.api.Test;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;

import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Admissionregistration;
import io.kubernetes.client.proto.V1Apiextensions;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Autoscaling;
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
import io.kubernetes.client.proto.V1beta1Batch;
import io.kubernetes.client.proto.V1beta1Policy;
import io.kubernetes.client.proto.V2Autoscaling;

/** Holds the files of field numbers to the published descriptors; with {@code -Dfleetdesk.wire=write} writes them anew. */
class WireTableTest {

	private static final Path FILES = Path.of("src/main/resources/org/fleetdesk/kube/internal/rows/wire");
	private static final List<FileDescriptor> PUBLISHED = List.of(V1.getDescriptor(),
			V1Admissionregistration.getDescriptor(), V1Apiextensions.getDescriptor(), V1Apps.getDescriptor(),
			V1Autoscaling.getDescriptor(), V2Autoscaling.getDescriptor(), V1Batch.getDescriptor(),
			V1beta1Batch.getDescriptor(), V1Certificates.getDescriptor(), V1Coordination.getDescriptor(),
			V1Discovery.getDescriptor(), V1Events.getDescriptor(), V1Flowcontrol.getDescriptor(),
			V1Networking.getDescriptor(), V1Node.getDescriptor(), V1Policy.getDescriptor(),
			V1beta1Policy.getDescriptor(), V1Rbac.getDescriptor(), V1Resource.getDescriptor(),
			V1Scheduling.getDescriptor(), V1Storage.getDescriptor());
	private static final String META = "k8s.io.apimachinery.pkg.apis.meta.v1.";
	/** What is read as a value, and what no list shows. */
	private static final Set<String> ENDS = Set.of(META + "Time", META + "MicroTime", META + "ManagedFieldsEntry",
			"k8s.io.apimachinery.pkg.api.resource.Quantity", "k8s.io.apimachinery.pkg.util.intstr.IntOrString");

	private static boolean object(Descriptor message) {
		FieldDescriptor metadata = message.findFieldByName("metadata");
		return metadata != null && metadata.getNumber() == 1
				&& metadata.getMessageType().getFullName().equals(META + "ObjectMeta");
	}

	/** Every message that an object of a published kind can hold, by package. */
	private static Map<String, Map<String, String>> published() {
		Map<String, Map<String, String>> packages = new TreeMap<>();
		Set<String> seen = new TreeSet<>(ENDS);
		Deque<Descriptor> left = new ArrayDeque<>();
		PUBLISHED.forEach(file -> file.getMessageTypes().stream().filter(WireTableTest::object).forEach(left::add));
		while (!left.isEmpty()) {
			Descriptor message = left.pop();
			if (!seen.add(message.getFullName())) {
				continue;
			}
			String line = message.getFields().stream().sorted(Comparator.comparing(FieldDescriptor::getNumber))
					.map(field -> field.getName() + ":" + field.getNumber() + ":" + type(field, left))
					.collect(Collectors.joining(" "));
			packages.computeIfAbsent(message.getFile().getPackage(), p -> new TreeMap<>()).put(message.getName(), line);
		}
		return packages;
	}

	private static String type(FieldDescriptor field, Deque<Descriptor> left) {
		if (field.isMapField()) {
			return "%" + one(field.getMessageType().findFieldByName("value"), left);
		}
		return (field.isRepeated() ? "*" : inlined(field) ? "^" : "") + one(field, left);
	}

	/** Whether objects have the fields of the message that it holds, and not this field: as the published models say. */
	private static boolean inlined(FieldDescriptor field) {
		return field.getJavaType() == JavaType.MESSAGE && !ENDS.contains(field.getMessageType().getFullName())
				&& model(field.getContainingType()).filter(fields -> !fields.contains(field.getName())).isPresent();
	}

	/** The names of the fields that objects of a message have; none of a message that stands for no object of its own. */
	private static Optional<Set<String>> model(Descriptor message) {
		String[] words = message.getFile().getPackage().split("\\.");
		String name = capital(words[words.length - 1]) + message.getName();
		for (String prefix : List.of("", capital(words[words.length - 2]))) {
			try {
				Class<?> model = Class.forName("io.kubernetes.client.openapi.models." + prefix + name);
				return Optional.of(((Set<?>) model.getField("openapiFields").get(null)).stream().map(String::valueOf)
						.collect(Collectors.toSet()));
			} catch (ClassNotFoundException e) {
				// another prefix, or none at all
			} catch (ReflectiveOperationException e) {
				throw new AssertionError(e);
			}
		}
		return Optional.empty();
	}

	private static String capital(String word) {
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

	private static String one(FieldDescriptor field, Deque<Descriptor> left) {
		if (field.getJavaType() == JavaType.MESSAGE) {
			Descriptor held = field.getMessageType();
			left.push(held);
			return held.getFile().getPackage().equals(field.getFile().getPackage())
					? "/" + held.getName()
					: held.getFullName();
		}
		return switch (field.getType()) {
			case STRING -> "s";
			case BYTES -> "y";
			case INT32, INT64, UINT32, UINT64 -> "i";
			case BOOL -> "b";
			case DOUBLE -> "d";
			case FLOAT -> "f";
			default -> throw new AssertionError("a type the decoder does not know: " + field);
		};
	}

	@Test
	void theFilesSayWhatThePublishedDescriptorsSay() throws IOException {
		Map<String, String> wanted = new TreeMap<>();
		published().forEach((name, messages) -> {
			StringBuilder text = new StringBuilder();
			messages.forEach((message, fields) -> text.append(message).append(' ').append(fields).append('\n'));
			wanted.put(name + ".txt", text.toString());
		});
		if ("write".equals(System.getProperty("fleetdesk.wire"))) {
			for (Map.Entry<String, String> file : wanted.entrySet()) {
				Files.writeString(FILES.resolve(file.getKey()), file.getValue());
			}
		}
		Map<String, String> kept = new TreeMap<>();
		try (var files = Files.list(FILES)) {
			for (Path file : files.toList()) {
				kept.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		assertThat(kept).as("run this test with -Dfleetdesk.wire=write").isEqualTo(wanted);
	}

	@Test
	void fieldsAreKnownByNameAndKindsByGroup() {
		WireTable table = new WireTable();
		assertThat(table.message(type("", "v1", "Pod"))).contains("k8s.io.api.core.v1.Pod");
		assertThat(table.message(type("rbac.authorization.k8s.io", "v1", "Role"))).contains("k8s.io.api.rbac.v1.Role");
		assertThat(table.message(type("apiextensions.k8s.io", "v1", "CustomResourceDefinition"))).isPresent();
		assertThat(table.message(type("apps.kruise.io", "v1", "StatefulSet"))).isEmpty();
		assertThat(table.message(type("", "v9", "Pod"))).isEmpty();
		assertThat(table.message(type("", "v1", "Cat"))).isEmpty();
		Map<String, WireTable.Field> pod = table.fields("k8s.io.api.core.v1.PodSpec");
		assertThat(pod.get("containers")).isEqualTo(
				new WireTable.Field(2, Times.LIST, Form.MESSAGE, "k8s.io.api.core.v1.Container", false));
		assertThat(pod.get("overhead")).isEqualTo(new WireTable.Field(32, Times.MAP, Form.QUANTITY, "", false));
		assertThat(table.fields("k8s.io.api.core.v1.Volume").get("volumeSource")).isEqualTo(
				new WireTable.Field(2, Times.ONE, Form.MESSAGE, "k8s.io.api.core.v1.VolumeSource", true));
		assertThat(table.fields(META + "ObjectMeta").get("creationTimestamp").form()).isEqualTo(Form.TIME);
		assertThat(table.fields("k8s.io.api.core.v1.None")).isEmpty();
	}

	private static ResourceType type(String group, String version, String kind) {
		return new ResourceType(group, version, "", "", kind, true, List.of(), List.of(), Set.of(), true);
	}
}
