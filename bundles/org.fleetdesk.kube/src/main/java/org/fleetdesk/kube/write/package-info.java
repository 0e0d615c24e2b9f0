/** Changing what an API server holds. */
@NullMarked
package org.fleetdesk.kube.write;

import org.jspecify.annotations.NullMarked;
