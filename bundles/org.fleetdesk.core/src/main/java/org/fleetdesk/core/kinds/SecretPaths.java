package org.fleetdesk.core.kinds;

import java.util.List;
import java.util.Set;

import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.TreePath;

/** What a descriptor of Secrets must not show: their data, and the annotation in which kubectl keeps a copy of them. Stateless. */
final class SecretPaths {
	/** The kind that is kept so. */
	static final KindKey KIND = new KindKey("", "secrets");
	/** The words that tell of data and not the data. */
	private static final Set<String> HARMLESS = Set.of("bundleExpiry", "certificateExpiry", "count", "has", "keys");
	private static final List<List<String>> HIDDEN = List.of(List.of("data"), List.of("stringData"),
			List.of("metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"));

	private SecretPaths() {
	}

	/** Whether a path leads to what is hidden, or to something that holds it. */
	static boolean hidden(String path) {
		try {
			TreePath parsed = TreePath.parse(path);
			return HIDDEN.stream().anyMatch(parsed::meets);
		} catch (IllegalArgumentException e) {
			return false; // no path, which is told of elsewhere
		}
	}

	/**
	 * The first path of a cell that would show what is hidden; empty if none does.
	 *
	 * @param each the path of the elements in which the cell's paths begin, or empty
	 */
	static String shown(RowPlan.Cell cell, String each) {
		if (HARMLESS.contains(cell.reduce().split(" ", 2)[0])) {
			return "";
		}
		return cell.paths().stream().filter(path -> !key(each, path) && hidden(below(each, path))).findFirst()
				.orElse("");
	}

	/** Whether it is the key of an entry of a map. */
	private static boolean key(String each, String path) {
		return each.endsWith("*") && path.equals("key");
	}

	private static String below(String each, String path) {
		return each.isEmpty() ? path : each + (path.startsWith("[") ? "" : ".") + path;
	}
}
