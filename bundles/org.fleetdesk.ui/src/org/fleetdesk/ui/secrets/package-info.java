/** Choosing where secrets are kept on this computer. */
@NullMarked
package org.fleetdesk.ui.secrets;

import org.jspecify.annotations.NullMarked;
