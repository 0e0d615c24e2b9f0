package org.fleetdesk.core.action;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where the pods stand in objects that make some. */
final class PodSpecs {
	private static final List<String> PLACES = List.of("/spec/jobTemplate/spec/template", "/spec/template");

	private PodSpecs() {
	}

	/** The template of the pods of an object, or the object itself if it is a pod. */
	static ObjectNode template(ObjectNode object) {
		for (String place : PLACES) {
			if (object.at(place) instanceof ObjectNode template) {
				return template;
			}
		}
		return object;
	}
}
