/** Discovery over HTTP, aggregated and old. */
@NullMarked
package org.fleetdesk.kube.internal.discovery;

import org.jspecify.annotations.NullMarked;
