/** Lists that stay live: stores fed by watches, and models that unite, filter and sort them for a view. */
@NullMarked
package org.fleetdesk.core.live;

import org.jspecify.annotations.NullMarked;
