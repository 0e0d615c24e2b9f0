/** What the benchmarks run with a window: a workbench of nothing, and tables beside each other. */
@NullMarked
package org.fleetdesk.tests.bench.window;

import org.jspecify.annotations.NullMarked;
