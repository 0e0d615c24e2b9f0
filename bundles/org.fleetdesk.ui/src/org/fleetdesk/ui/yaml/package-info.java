/** A text of YAML on the screen: highlighted, edited by the keys Eclipse users know, its problems marked. */
@NullMarked
package org.fleetdesk.ui.yaml;

import org.jspecify.annotations.NullMarked;
