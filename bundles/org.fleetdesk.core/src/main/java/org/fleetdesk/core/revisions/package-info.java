/** Earlier versions of objects, where their controllers keep them. */
@NullMarked
package org.fleetdesk.core.revisions;

import org.jspecify.annotations.NullMarked;
