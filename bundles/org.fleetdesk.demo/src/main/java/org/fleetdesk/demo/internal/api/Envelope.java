package org.fleetdesk.demo.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Protobuf bodies as kubectl sends some: of what may be answered without knowing more than its kind, the kind is read; all
 * others are refused. Stateless.
 */
final class Envelope {

	private static final byte[] MAGIC = {'k', '8', 's', 0};
	private static final Set<String> ENOUGH = Set.of("SelfSubjectAccessReview", "SelfSubjectRulesReview",
			"SelfSubjectReview", "LocalSubjectAccessReview", "SubjectAccessReview", "Eviction", "DeleteOptions",
			"TokenRequest");
	private static final int TYPE = 0x0a;
	private static final int KIND = 0x12;

	private Envelope() {
	}

	static ObjectNode read(byte[] bytes) {
		if (bytes.length > 8 && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length) && bytes[4] == TYPE) {
			int end = Math.min(bytes.length, 6 + bytes[5]);
			String version = "";
			String kind = "";
			for (int at = 6; at + 1 < end; at += 2 + bytes[at + 1]) {
				String text = new String(bytes, at + 2, Math.min(bytes[at + 1], end - at - 2), StandardCharsets.UTF_8);
				version = bytes[at] == TYPE ? text : version;
				kind = bytes[at] == KIND ? text : kind;
			}
			if (ENOUGH.contains(kind)) {
				return Trees.object().put("apiVersion", version).put("kind", kind);
			}
		}
		throw ApiException.of(415, "UnsupportedMediaType",
				"a Fleetdesk demo cluster does not take objects as protobuf; "
						+ "with kubectl, write the object with --dry-run=client -o yaml and apply it");
	}
}
