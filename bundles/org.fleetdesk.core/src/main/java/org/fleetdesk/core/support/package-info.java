/** What helps to get help: what may be passed on of logs and settings. */
@NullMarked
package org.fleetdesk.core.support;

import org.jspecify.annotations.NullMarked;
