/** What the page of an object shows: read from its tree by the descriptor of its kind, and what every object has. */
@NullMarked
package org.fleetdesk.core.details;

import org.jspecify.annotations.NullMarked;
