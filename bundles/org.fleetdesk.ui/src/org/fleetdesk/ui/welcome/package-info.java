/** The welcome page: what was found, and what to do first. */
@NullMarked
package org.fleetdesk.ui.welcome;

import org.jspecify.annotations.NullMarked;
