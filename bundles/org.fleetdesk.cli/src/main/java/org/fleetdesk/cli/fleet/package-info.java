/** Which clusters a command speaks to, and the commands about clusters themselves. */
@NullMarked
package org.fleetdesk.cli.fleet;

import org.jspecify.annotations.NullMarked;
