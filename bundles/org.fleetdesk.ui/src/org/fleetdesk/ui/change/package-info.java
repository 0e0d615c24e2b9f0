/** Changes on their way: jobs that preview and run operations, and the dialogs that show what they would do. */
@NullMarked
package org.fleetdesk.ui.change;

import org.jspecify.annotations.NullMarked;
