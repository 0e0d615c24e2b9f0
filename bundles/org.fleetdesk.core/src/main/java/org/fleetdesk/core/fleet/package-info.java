/** The clusters a person works with: registered by kubeconfig, opened when used, each with its own session. */
@NullMarked
package org.fleetdesk.core.fleet;

import org.jspecify.annotations.NullMarked;
