/** Rows by plan: what a plan's cells are made of, compiled and filled straight from JSON tokens or protobuf bytes. */
@NullMarked
package org.fleetdesk.kube.internal.rows;

import org.jspecify.annotations.NullMarked;
