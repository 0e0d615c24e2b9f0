package org.fleetdesk.cli.change;

import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.kube.KubeException;

/** Finds the line of a file that a server's refusal is about. */
final class Lines {
	private Lines() {
	}

	/** The line of the first field that the refusal names and the file has; else the object's first. */
	static int of(FileOptions.Wish wish, KubeException problem) {
		for (KubeException.Cause cause : problem.causes()) {
			if (!cause.field().isEmpty()) {
				try {
					return wish.document().position(FieldPath.parse(cause.field())).line();
				} catch (IllegalArgumentException e) {
					continue; // a way to write fields that is new
				}
			}
		}
		return wish.document().firstLine();
	}
}
