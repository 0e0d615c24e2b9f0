/** The page of one object, live: overview, YAML, events. */
@NullMarked
package org.fleetdesk.ui.object;

import org.jspecify.annotations.NullMarked;
