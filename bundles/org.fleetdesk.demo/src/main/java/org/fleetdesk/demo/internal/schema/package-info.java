/** Schemas of the kinds: the OpenAPI documents, and checks of what is written. */
@NullMarked
package org.fleetdesk.demo.internal.schema;

import org.jspecify.annotations.NullMarked;
