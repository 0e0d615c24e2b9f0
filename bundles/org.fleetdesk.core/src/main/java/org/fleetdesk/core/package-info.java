/** The product below the screen: the fleet of clusters, live lists, kinds, objects. Knows no screen and no HTTP. */
@NullMarked
package org.fleetdesk.core;

import org.jspecify.annotations.NullMarked;
