package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Claims of volumes: a volume is made for each whose storage class is there. */
final class Claims implements Reconciler {

	private final World world;

	Claims(World world) {
		this.world = world;
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode claim) {
		if (Trees.deleting(claim) || Trees.text(claim, "status.phase").equals("Bound")) {
			return null;
		}
		String wanted = Trees.text(claim, "spec.storageClassName");
		String name = wanted.isEmpty() ? defaultClass() : wanted;
		if (world.get("storage.k8s.io/storageclasses", "", name).isEmpty()) {
			world.event(claim, "Warning", "ProvisioningFailed",
					"storageclass.storage.k8s.io \"" + name + "\" not found",
					"persistentvolume-controller");
			return Duration.ofMinutes(5);
		}
		String volume = "pvc-" + Trees.uid(claim);
		ObjectNode object = Trees.object().put("apiVersion", "v1").put("kind", "PersistentVolume");
		object.putObject("metadata").put("name", volume).putObject("annotations").put("pv.kubernetes.io/provisioned-by",
				"csi.demo.fleetdesk.org");
		ObjectNode spec = object.putObject("spec").put("storageClassName", name).put("persistentVolumeReclaimPolicy",
				"Delete");
		spec.putObject("capacity").put("storage", Trees.text(claim, "spec.resources.requests.storage"));
		spec.set("accessModes", Trees.at(claim, "spec.accessModes"));
		spec.putObject("claimRef").put("apiVersion", "v1").put("kind", "PersistentVolumeClaim").put("name", key.name())
				.put("namespace", key.namespace()).put("uid", Trees.uid(claim));
		spec.putObject("csi").put("driver", "csi.demo.fleetdesk.org").put("volumeHandle", volume);
		world.create(object);
		world.status(new Key("/persistentvolumes", "", volume), status -> status.put("phase", "Bound"));
		world.update(key, each -> {
			Trees.child(each, "spec").put("volumeName", volume).put("storageClassName", name);
			ObjectNode status = Trees.child(each, "status").put("phase", "Bound");
			status.set("accessModes", Trees.at(claim, "spec.accessModes"));
			status.putObject("capacity").put("storage", Trees.text(claim, "spec.resources.requests.storage"));
		});
		world.event(claim, "Normal", "ProvisioningSucceeded", "Successfully provisioned volume " + volume,
				"csi.demo.fleetdesk.org");
		return null;
	}

	private String defaultClass() {
		return world.all("storage.k8s.io/storageclasses", "").stream()
				.filter(each -> Trees.annotation(each, "storageclass.kubernetes.io/is-default-class").equals("true"))
				.map(Trees::name).findFirst().orElse("");
	}
}
