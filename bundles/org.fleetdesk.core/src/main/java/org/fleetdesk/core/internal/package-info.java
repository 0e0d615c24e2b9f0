/** What only this bundle uses. */
@org.jspecify.annotations.NullMarked
package org.fleetdesk.core.internal;
