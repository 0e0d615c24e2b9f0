/** What the demo clusters hold at their start. */
@NullMarked
package org.fleetdesk.demo.internal.scenario;

import org.jspecify.annotations.NullMarked;
