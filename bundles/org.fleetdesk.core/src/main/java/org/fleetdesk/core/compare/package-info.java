/** Two objects side by side: in what they differ, and what is taken over from one to the other. */
@NullMarked
package org.fleetdesk.core.compare;

import org.jspecify.annotations.NullMarked;
