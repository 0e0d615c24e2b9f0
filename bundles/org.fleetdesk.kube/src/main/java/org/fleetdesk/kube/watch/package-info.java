/** A list that stays live: list, watch, and everything that goes wrong between them. */
@NullMarked
package org.fleetdesk.kube.watch;

import org.jspecify.annotations.NullMarked;
