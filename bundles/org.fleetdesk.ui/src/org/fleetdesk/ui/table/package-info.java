/** The one live table: columns, order, selection and look of a {@link org.fleetdesk.core.live.ListModel} on the screen. */
@NullMarked
package org.fleetdesk.ui.table;

import org.jspecify.annotations.NullMarked;
