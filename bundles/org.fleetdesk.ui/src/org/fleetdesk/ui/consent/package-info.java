/** Asking a person whether a credential plugin may run, and taking that back. */
@NullMarked
package org.fleetdesk.ui.consent;

import org.jspecify.annotations.NullMarked;
