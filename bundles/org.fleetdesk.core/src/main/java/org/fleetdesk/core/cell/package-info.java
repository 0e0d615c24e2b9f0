/** Cells of lists, whatever the list: how they are ordered and compared. */
@NullMarked
package org.fleetdesk.core.cell;

import org.jspecify.annotations.NullMarked;
