package org.fleetdesk.core.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.operation.Creating;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.NotFound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with claims of volumes and their snapshots. */
final class StorageActions {
	private static final KindKey CLASSES = new KindKey("storage.k8s.io", "storageclasses");
	private static final KindKey CLAIMS = new KindKey("", "persistentvolumeclaims");
	private static final KindKey SNAPSHOTS = new KindKey("snapshot.storage.k8s.io", "volumesnapshots");

	private StorageActions() {
	}

	static List<Action> all() {
		return List.of(expand(), snapshot(), copy(), restore());
	}

	private static Action expand() {
		return Action.of("action.expand", Set.of("expand"),
				List.of(Argument.of("argument.size", Type.QUANTITY).needed().from("spec.resources.requests.storage")),
				Action.patch(), (target, values) -> {
					String size = values.text("size");
					ObjectNode patch = JsonNodeFactory.instance.objectNode();
					patch.putObject("spec").putObject("resources").putObject("requests").put("storage", size);
					return new Patching(target, claim -> {
						mayGrow(target, claim, size);
						claim.withObjectProperty("spec").withObjectProperty("resources").withObjectProperty("requests")
								.put("storage", size);
					}, Kubectl.patch(target, "", patch));
				});
	}

	private static void mayGrow(Target target, JsonNode claim, String size) throws InterruptedException {
		String now = claim.at("/spec/resources/requests/storage").asText();
		boolean less = Quantity.of(now).flatMap(is -> Quantity.of(size).map(wanted -> wanted.compareTo(is) < 0))
				.orElse(false);
		if (less) {
			throw Refusals.of(target, Texts.text("expand.less", target.cluster().name(), target, now));
		}
		String name = claim.at("/spec/storageClassName").asText();
		if (!name.isEmpty() && storageClass(target, name).filter(c -> !c.path("allowVolumeExpansion").asBoolean())
				.isPresent()) {
			throw Refusals.of(target, Texts.text("expand.class", target.cluster().name(), target, name));
		}
	}

	/** A storage class, if it can be seen. */
	private static Optional<JsonNode> storageClass(Target near, String name) throws InterruptedException {
		try {
			return Optional.of(near.cluster().reader().get(Served.in(near, CLASSES, "", name).key()));
		} catch (NotFound | Forbidden e) {
			return Optional.empty(); // the server will say
		}
	}

	private static Action snapshot() {
		return Action.of("action.snapshot", Set.of("snapshot"),
				List.of(Argument.of("argument.name", Type.TEXT).needed(), Argument.of("argument.class", Type.TEXT)),
				type -> List.of(new Permission("create", SNAPSHOTS, "")), (target, values) -> {
					Target snapshot = Served.beside(target, SNAPSHOTS, values.text("name"));
					ObjectNode object = object(snapshot);
					ObjectNode spec = object.putObject("spec");
					spec.putObject("source").put("persistentVolumeClaimName", target.key().name());
					if (values.has("class")) {
						spec.put("volumeSnapshotClassName", values.text("class"));
					}
					return Creating.of(snapshot, object);
				});
	}

	private static Action copy() {
		return Action.of("action.clone", Set.of("snapshot"), List.of(Argument.of("argument.name", Type.TEXT).needed()),
				type -> List.of(Permission.of("get", type, ""), new Permission("create", CLAIMS, "")),
				(target, values) -> claim(target, values,
						target.cluster().reader().get(target.key()).path("spec"), "PersistentVolumeClaim"));
	}

	private static Action restore() {
		return Action.of("action.restore", Set.of("restore"),
				List.of(Argument.of("argument.name", Type.TEXT).needed(),
						Argument.of("argument.storage-class", Type.TEXT)),
				type -> List.of(Permission.of("get", type, ""), new Permission("create", CLAIMS, "")),
				(target, values) -> claim(target, values, restored(target), "VolumeSnapshot"));
	}

	/** What a claim asks for that takes a snapshot in: what the claim it was made from asks for, as large as it was then. */
	private static JsonNode restored(Target target) throws InterruptedException {
		JsonNode snapshot = target.cluster().reader().get(target.key());
		if (!snapshot.at("/status/readyToUse").asBoolean()) {
			throw Refusals.of(target, Texts.text("restore.unready", target.cluster().name(), target));
		}
		ObjectNode spec = JsonNodeFactory.instance.objectNode();
		try {
			JsonNode source = target.cluster().reader().get(Served
					.beside(target, CLAIMS, snapshot.at("/spec/source/persistentVolumeClaimName").asText()).key());
			spec = source.path("spec").deepCopy();
		} catch (NotFound e) {
			spec.putArray("accessModes").add("ReadWriteOnce"); // its claim is gone
		}
		String size = snapshot.at("/status/restoreSize").asText();
		if (!size.isEmpty()) {
			spec.withObjectProperty("resources").withObjectProperty("requests").put("storage", size);
		}
		return spec;
	}

	/** Makes a claim that takes another's data in, and asks for the same. */
	private static Step claim(Target target, Values values, JsonNode wanted, String kind) {
		Target claim = Served.beside(target, CLAIMS, values.text("name"));
		ObjectNode object = object(claim);
		ObjectNode spec = object.putObject("spec");
		for (String field : List.of("accessModes", "resources", "volumeMode", "storageClassName")) {
			if (wanted.has(field)) {
				spec.set(field, wanted.path(field));
			}
		}
		if (values.has("storage-class")) {
			spec.put("storageClassName", values.text("storage-class"));
		}
		ObjectNode source = spec.putObject("dataSource").put("kind", kind).put("name", target.key().name());
		if (!target.key().type().group().isEmpty()) {
			source.put("apiGroup", target.key().type().group());
		}
		return Creating.of(claim, object);
	}

	private static ObjectNode object(Target target) {
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("apiVersion", target.key().type().apiVersion())
				.put("kind", target.key().type().kind());
		object.putObject("metadata").put("name", target.key().name()).put("namespace", target.key().namespace());
		return object;
	}
}
