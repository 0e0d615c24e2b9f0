/** A server that plays clusters from memory: lists of any length and watches at any rate, for benchmarks. */
@NullMarked
package org.fleetdesk.bench.replay;

import org.jspecify.annotations.NullMarked;
