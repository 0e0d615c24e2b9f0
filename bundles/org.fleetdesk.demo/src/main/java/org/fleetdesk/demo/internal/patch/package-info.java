/** The four forms of a patch, server-side apply among them, and who manages which field. */
@NullMarked
package org.fleetdesk.demo.internal.patch;

import org.jspecify.annotations.NullMarked;
