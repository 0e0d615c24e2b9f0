/** The Objects view: one live table over any kind, clusters and namespaces. */
@NullMarked
package org.fleetdesk.ui.objects;

import org.jspecify.annotations.NullMarked;
