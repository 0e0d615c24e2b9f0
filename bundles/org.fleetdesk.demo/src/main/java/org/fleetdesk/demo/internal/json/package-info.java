/** Reading and changing JSON trees by dotted paths. */
@NullMarked
package org.fleetdesk.demo.internal.json;

import org.jspecify.annotations.NullMarked;
