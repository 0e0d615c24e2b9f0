/** What objects have to do with each other: owners, selectors, references, both ways, live. */
@NullMarked
package org.fleetdesk.core.relations;

import org.jspecify.annotations.NullMarked;
