/** How clusters are marked, as it is seen and set: colour, production, read-only. */
@NullMarked
package org.fleetdesk.ui.marks;

import org.jspecify.annotations.NullMarked;
