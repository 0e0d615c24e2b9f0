/** Searching everything that is known of a fleet, live and remembered. */
@NullMarked
package org.fleetdesk.core.search;

import org.jspecify.annotations.NullMarked;
