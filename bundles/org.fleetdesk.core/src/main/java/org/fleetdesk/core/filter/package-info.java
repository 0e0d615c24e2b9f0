/**
 * The filter language of lists: words, {@code status:failed}, {@code age>2d}, labels, regular expressions; described in
 * {@code docs/filter.md}. The same for the window's lists and the command line.
 */
@NullMarked
package org.fleetdesk.core.filter;

import org.jspecify.annotations.NullMarked;
