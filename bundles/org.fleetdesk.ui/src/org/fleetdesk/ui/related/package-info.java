/** The page of an object that shows what it has to do with others. */
@NullMarked
package org.fleetdesk.ui.related;

import org.jspecify.annotations.NullMarked;
