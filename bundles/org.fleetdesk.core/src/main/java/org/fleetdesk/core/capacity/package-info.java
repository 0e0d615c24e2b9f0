/** What the clusters of the fleet have, what is asked of them and what is used. */
@NullMarked
package org.fleetdesk.core.capacity;

import org.jspecify.annotations.NullMarked;
