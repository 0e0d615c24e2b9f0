/** What an API server serves: its version and its kinds. */
@NullMarked
package org.fleetdesk.kube.discovery;

import org.jspecify.annotations.NullMarked;
