/** The Topology view: an application or a namespace as a drawing of its objects and what they have to do with each other. */
@NullMarked
package org.fleetdesk.ui.topology;

import org.jspecify.annotations.NullMarked;
