package org.fleetdesk.demo.internal.api;

/** In which form a client wants objects. */
enum Form {
	OBJECT, TABLE, METADATA, YAML;

	/** The first form of an Accept header that this server knows. */
	static Form of(String accept) {
		if (accept.isEmpty()) {
			return OBJECT;
		}
		for (String type : accept.split(",")) {
			String[] parts = type.strip().split(";");
			String all = type.replace(" ", "");
			switch (parts[0].strip()) {
				case "application/json" -> {
					if (all.contains("as=Table")) {
						return TABLE;
					}
					return all.contains("as=PartialObjectMetadata") ? METADATA : OBJECT;
				}
				case "application/yaml" -> {
					return YAML;
				}
				case "*/*", "application/*" -> {
					return OBJECT;
				}
				default -> {
					// protobuf and others are not spoken; the next type may be
				}
			}
		}
		throw ApiException.of(406, "NotAcceptable",
				"only the following media types are accepted: application/json, application/yaml");
	}
}
