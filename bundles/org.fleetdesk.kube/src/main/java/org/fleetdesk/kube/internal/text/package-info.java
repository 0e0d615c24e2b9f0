/** The messages of this bundle. */
@NullMarked
package org.fleetdesk.kube.internal.text;

import org.jspecify.annotations.NullMarked;
