/** One object, as a page shows it. */
@NullMarked
package org.fleetdesk.core.object;

import org.jspecify.annotations.NullMarked;
