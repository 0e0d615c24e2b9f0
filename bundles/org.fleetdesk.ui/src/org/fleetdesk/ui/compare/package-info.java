/** Two objects side by side. */
@NullMarked
package org.fleetdesk.ui.compare;

import org.jspecify.annotations.NullMarked;
