/** The command line. */
@NullMarked
package org.fleetdesk.cli;

import org.jspecify.annotations.NullMarked;
