/** The workbench: its application, window and perspectives. */
@NullMarked
package org.fleetdesk.ui;

import org.jspecify.annotations.NullMarked;
