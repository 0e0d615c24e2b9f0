/** Choosing where secrets are kept on this computer. */
@NullMarked
package org.fleetdesk.ui.cache;

import org.jspecify.annotations.NullMarked;
