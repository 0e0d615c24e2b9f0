/** The demo cluster's memory: objects, their revisions, and the changes that watches tell. */
@NullMarked
package org.fleetdesk.demo.internal.store;

import org.jspecify.annotations.NullMarked;
