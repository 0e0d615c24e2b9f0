/** Small files of the user's configuration, written whole or not at all. */
@NullMarked
package org.fleetdesk.core.settings;

import org.jspecify.annotations.NullMarked;
