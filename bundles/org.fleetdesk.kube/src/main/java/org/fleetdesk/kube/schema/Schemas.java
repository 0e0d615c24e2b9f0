package org.fleetdesk.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** The OpenAPI documents of an API server. Remote; every call asks the server and blocks. */
public interface Schemas {

	/**
	 * The OpenAPI v3 document of a group version; from a server that has none (before 1.24), its v2 document as it is. Up
	 * to a few megabytes.
	 *
	 * @param apiVersion such as "v1" or "apps/v1"
	 * @throws org.fleetdesk.kube.KubeException if it cannot be had
	 */
	JsonNode openApi(String apiVersion) throws InterruptedException;
}
