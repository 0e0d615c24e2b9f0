/** Texts that somebody has typed and not applied yet, kept over crashes. */
@NullMarked
package org.fleetdesk.core.drafts;

import org.jspecify.annotations.NullMarked;
