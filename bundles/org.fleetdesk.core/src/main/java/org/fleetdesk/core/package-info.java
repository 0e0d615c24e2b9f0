/** The fleet, its live lists, kinds and operations, without a screen. */
@NullMarked
package org.fleetdesk.core;

import org.jspecify.annotations.NullMarked;
