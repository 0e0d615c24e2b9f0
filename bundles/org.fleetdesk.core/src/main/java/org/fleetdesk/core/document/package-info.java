/** YAML and JSON texts that people edit: what stands in them, where it stands, what is wrong, and edits in place. */
@NullMarked
package org.fleetdesk.core.document;

import org.jspecify.annotations.NullMarked;
