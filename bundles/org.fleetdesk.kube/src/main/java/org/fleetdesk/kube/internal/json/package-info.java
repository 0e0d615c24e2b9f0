/** JSON answers: bounded trees, and sentences for what cannot be read. */
@NullMarked
package org.fleetdesk.kube.internal.json;

import org.jspecify.annotations.NullMarked;
