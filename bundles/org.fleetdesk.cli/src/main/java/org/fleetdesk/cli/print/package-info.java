/** Forms of output: tables laid out as kubectl lays them out, JSON, YAML, CSV. */
@NullMarked
package org.fleetdesk.cli.print;

import org.jspecify.annotations.NullMarked;
