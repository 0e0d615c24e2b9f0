/** The command {@code get}: what was asked for, asking each cluster, printing what comes. */
@NullMarked
package org.fleetdesk.cli.get;

import org.jspecify.annotations.NullMarked;
