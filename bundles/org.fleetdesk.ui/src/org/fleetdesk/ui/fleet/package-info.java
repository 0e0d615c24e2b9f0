/**
 * The Fleet view: clusters, their namespaces and kinds. What is selected there, in the window's selection service, is a
 * structured selection of {@link org.fleetdesk.core.fleet.Cluster}, {@link org.fleetdesk.ui.fleet.KindNode} and
 * {@link org.fleetdesk.ui.fleet.NamespaceNode}; other nodes are of no concern to other views. Selecting opens no cluster:
 * a selected cluster may be closed. What opens a cluster (its command, the welcome page) shows its pods afterwards by
 * {@link org.fleetdesk.ui.fleet.ObjectList}.
 */
@NullMarked
package org.fleetdesk.ui.fleet;

import org.jspecify.annotations.NullMarked;
