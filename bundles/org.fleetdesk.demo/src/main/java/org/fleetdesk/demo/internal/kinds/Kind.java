package org.fleetdesk.demo.internal.kinds;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A kind as one version serves it.
 *
 * @param storage the group and plural name whose stored objects it shows; the same for all versions of a kind
 * @param subresources the kind that each subresource answers with
 * @param schema the schema of a custom kind, else nothing
 */
public record Kind(String group, String version, String plural, String singular, String kind, List<String> shortNames,
		List<String> categories, boolean namespaced, List<String> verbs, Map<String, String> subresources,
		List<Column> columns, String storage, JsonNode schema) {

	public static final List<String> ALL_VERBS = List.of("create", "delete", "deletecollection", "get", "list", "patch",
			"update", "watch");

	public Kind {
		shortNames = List.copyOf(shortNames);
		categories = List.copyOf(categories);
		verbs = List.copyOf(verbs);
		columns = List.copyOf(columns);
	}

	public String apiVersion() {
		return group.isEmpty() ? version : group + "/" + version;
	}

	/** Such as {@code deployments.apps}, as error messages name it. */
	public String resource() {
		return group.isEmpty() ? plural : plural + "." + group;
	}

	/** Such as {@code Deployment.apps}, as messages about bad objects name it. */
	public String qualifiedKind() {
		return group.isEmpty() ? kind : kind + "." + group;
	}

	public boolean custom() {
		return !schema.isMissingNode();
	}

	public boolean is(String ofGroup, String ofKind) {
		return group.equals(ofGroup) && kind.equals(ofKind);
	}

	/** Whether it is what is measured of other objects, made when somebody asks. */
	public boolean measured() {
		return !verbs.contains("create");
	}

	/** Whether it is only asked, never stored. */
	public boolean review() {
		return verbs.size() == 1 && verbs.get(0).equals("create");
	}
}
