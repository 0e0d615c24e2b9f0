/** Graphs of relations as people look at them: pods within their workloads, an application alone, narrowed and bounded. */
@NullMarked
package org.fleetdesk.core.topology;

import org.jspecify.annotations.NullMarked;
