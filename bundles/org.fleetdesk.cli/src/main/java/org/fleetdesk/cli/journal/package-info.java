/** The command that prints the journal of changes. */
@NullMarked
package org.fleetdesk.cli.journal;

import org.jspecify.annotations.NullMarked;
