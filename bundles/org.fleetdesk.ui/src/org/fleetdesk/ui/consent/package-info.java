/** Asking a person whether a credential plugin may run, taking that back, and what the plugin itself asks. */
@NullMarked
package org.fleetdesk.ui.consent;

import org.jspecify.annotations.NullMarked;
