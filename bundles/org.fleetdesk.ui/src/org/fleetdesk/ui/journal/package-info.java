/** The Operations view: what is being changed now, and what was, with what came of it. */
@NullMarked
package org.fleetdesk.ui.journal;

import org.jspecify.annotations.NullMarked;
