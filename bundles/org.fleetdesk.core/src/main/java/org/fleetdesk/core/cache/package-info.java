/** What was last known of clusters, their lists and opened objects: kept on the workstation, without the data of Secrets. */
@NullMarked
package org.fleetdesk.core.cache;

import org.jspecify.annotations.NullMarked;
