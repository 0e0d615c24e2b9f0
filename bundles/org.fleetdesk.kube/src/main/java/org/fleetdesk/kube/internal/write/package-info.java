/** Changing over HTTP. */
@NullMarked
package org.fleetdesk.kube.internal.write;

import org.jspecify.annotations.NullMarked;
