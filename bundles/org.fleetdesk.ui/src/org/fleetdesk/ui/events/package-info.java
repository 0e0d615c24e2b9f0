/** The Events view: what happened in clusters, joined to the objects it happened to. */
@NullMarked
package org.fleetdesk.ui.events;

import org.jspecify.annotations.NullMarked;
