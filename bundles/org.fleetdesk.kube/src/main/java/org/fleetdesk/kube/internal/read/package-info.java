/** Getting, listing and watching over HTTP: tokens become rows as their bytes arrive. */
@NullMarked
package org.fleetdesk.kube.internal.read;

import org.jspecify.annotations.NullMarked;
