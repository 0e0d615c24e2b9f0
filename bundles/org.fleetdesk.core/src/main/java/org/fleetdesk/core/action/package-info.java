/** What can be done with objects, by name: the one list that menus, the command line and the server offer. */
@NullMarked
package org.fleetdesk.core.action;

import org.jspecify.annotations.NullMarked;
