/** Events, joined to the objects that they are about. */
@NullMarked
package org.fleetdesk.core.events;

import org.jspecify.annotations.NullMarked;
