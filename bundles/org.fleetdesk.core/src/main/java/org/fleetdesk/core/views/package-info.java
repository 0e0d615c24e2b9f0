/** Named views: what a list shows, kept under a name and shared as a file. */
@NullMarked
package org.fleetdesk.core.views;

import org.jspecify.annotations.NullMarked;
