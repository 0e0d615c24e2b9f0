/** The demo clusters, served by the command line. */
@NullMarked
package org.fleetdesk.cli.demo;

import org.jspecify.annotations.NullMarked;
