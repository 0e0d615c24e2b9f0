/** What was changed, by whom, when, and what came of it: kept on the workstation, without secrets. */
@NullMarked
package org.fleetdesk.core.journal;

import org.jspecify.annotations.NullMarked;
