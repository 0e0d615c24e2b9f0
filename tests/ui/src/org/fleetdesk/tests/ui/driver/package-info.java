/** What journeys drive the workbench with: find, wait, type, click, photograph. */
@NullMarked
package org.fleetdesk.tests.ui.driver;

import org.jspecify.annotations.NullMarked;
