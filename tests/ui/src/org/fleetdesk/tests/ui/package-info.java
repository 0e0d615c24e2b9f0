/** Journeys of a user through the workbench; each is a class named ...Journey. */
@NullMarked
package org.fleetdesk.tests.ui;

import org.jspecify.annotations.NullMarked;
