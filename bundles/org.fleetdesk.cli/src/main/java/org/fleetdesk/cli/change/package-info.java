/** The commands that change objects, and the one that shows what a change would do. */
@NullMarked
package org.fleetdesk.cli.change;

import org.jspecify.annotations.NullMarked;
