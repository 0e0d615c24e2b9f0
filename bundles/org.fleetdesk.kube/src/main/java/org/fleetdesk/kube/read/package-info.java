/** Getting, listing and watching objects as streams of compact rows. */
@NullMarked
package org.fleetdesk.kube.read;

import org.jspecify.annotations.NullMarked;
