/** The language a person prefers to the platform's. */
@NullMarked
package org.fleetdesk.ui.language;

import org.jspecify.annotations.NullMarked;
