/** What a cluster's controllers, scheduler and nodes would do, in a light form. */
@NullMarked
package org.fleetdesk.demo.internal.simulation;

import org.jspecify.annotations.NullMarked;
