/** Getting help: the diagnostics that a person passes on. */
@NullMarked
package org.fleetdesk.ui.support;

import org.jspecify.annotations.NullMarked;
