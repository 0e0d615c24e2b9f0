/** Programs that the benchmarks run and measure; each prints its figures as lines of a name and a number. */
@NullMarked
package org.fleetdesk.bench;

import org.jspecify.annotations.NullMarked;
