/** The terminal the program was started in: where it writes, what it says, whom it asks. */
@NullMarked
package org.fleetdesk.cli.terminal;

import org.jspecify.annotations.NullMarked;
