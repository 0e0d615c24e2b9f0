/** What kinds the demo cluster serves: the built-in ones of a data file, and those of custom resource definitions. */
@NullMarked
package org.fleetdesk.demo.internal.kinds;

import org.jspecify.annotations.NullMarked;
