package org.fleetdesk.bench.replay;

/** In which form a client is answered. */
enum Form {
	/** Whole objects as JSON. */
	JSON("application/json", "application/json"),
	/** The server's columns with the objects' metadata. */
	TABLE("application/json;as=Table;v=v1;g=meta.k8s.io", "application/json;as=Table;v=v1;g=meta.k8s.io"),
	/** Whole objects as protobuf. */
	PROTOBUF("application/vnd.kubernetes.protobuf", "application/vnd.kubernetes.protobuf;stream=watch");

	final String listType;
	final String watchType;

	Form(String listType, String watchType) {
		this.listType = listType;
		this.watchType = watchType;
	}

	/** The first form of an Accept header that this server has. */
	static Form of(String accept) {
		for (String one : accept.split(",")) {
			String type = one.replace(" ", "");
			if (type.contains("as=Table") && type.contains("v=v1;")) {
				return TABLE;
			} else if (type.startsWith(PROTOBUF.listType) && !type.contains("as=")) {
				return PROTOBUF;
			} else if (type.equals("*/*") || type.startsWith(JSON.listType) && !type.contains("as=")) {
				return JSON;
			}
		}
		return JSON;
	}
}
