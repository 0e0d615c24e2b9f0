/** The Search view, the box that leads there, and objects in Quick Access. */
@NullMarked
package org.fleetdesk.ui.search;

import org.jspecify.annotations.NullMarked;
