/** The Capacity view: what every cluster has and what is asked of it. */
@NullMarked
package org.fleetdesk.ui.capacity;

import org.jspecify.annotations.NullMarked;
