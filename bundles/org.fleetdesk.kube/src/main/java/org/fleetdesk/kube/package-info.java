/**
 * API servers: one {@link org.fleetdesk.kube.Connection} for each server and identity, its narrow roles, and the one
 * family of errors. Nothing here knows a screen; no third-party type but Jackson's tree stands in a signature.
 */
@NullMarked
package org.fleetdesk.kube;

import org.jspecify.annotations.NullMarked;
