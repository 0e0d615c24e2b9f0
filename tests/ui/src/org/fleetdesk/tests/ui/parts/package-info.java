/** What the views are made of, tested without a window. */
@NullMarked
package org.fleetdesk.tests.ui.parts;

import org.jspecify.annotations.NullMarked;
