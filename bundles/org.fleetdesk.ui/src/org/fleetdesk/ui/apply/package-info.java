/** Applying texts of several documents, from files or typed, to one or several clusters. */
@NullMarked
package org.fleetdesk.ui.apply;

import org.jspecify.annotations.NullMarked;
