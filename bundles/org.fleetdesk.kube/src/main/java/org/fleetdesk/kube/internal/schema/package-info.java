/** OpenAPI documents over HTTP. */
@NullMarked
package org.fleetdesk.kube.internal.schema;

import org.jspecify.annotations.NullMarked;
