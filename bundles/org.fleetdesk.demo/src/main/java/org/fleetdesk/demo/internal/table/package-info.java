/** The server's own columns of a kind, as its Table form shows them. */
@NullMarked
package org.fleetdesk.demo.internal.table;

import org.jspecify.annotations.NullMarked;
