/** Trying the program without a cluster: the demo clusters, started on request, and what says that they are no real ones. */
@NullMarked
package org.fleetdesk.ui.demo;

import org.jspecify.annotations.NullMarked;
