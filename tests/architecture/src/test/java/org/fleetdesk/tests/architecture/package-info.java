/** What holds the tree together, as tests: arrows between bundles, lengths, messages, the way to the UI thread. */
@NullMarked
package org.fleetdesk.tests.architecture;

import org.jspecify.annotations.NullMarked;
