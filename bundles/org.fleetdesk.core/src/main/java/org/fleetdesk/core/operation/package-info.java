/**
 * Changes that people ask for: what they would do, doing them, and what came of it. The window, the command line and the
 * server run the same ones.
 */
@NullMarked
package org.fleetdesk.core.operation;

import org.jspecify.annotations.NullMarked;
