/** The OpenAPI documents of an API server. */
@NullMarked
package org.fleetdesk.kube.schema;

import org.jspecify.annotations.NullMarked;
