/** Where a person's secrets are kept on this computer: the platform's keyring, memory, or a file with its key. */
@NullMarked
package org.fleetdesk.core.secrets;

import org.jspecify.annotations.NullMarked;
