/** How kinds are grouped and called. */
@NullMarked
package org.fleetdesk.core.kinds;

import org.jspecify.annotations.NullMarked;
