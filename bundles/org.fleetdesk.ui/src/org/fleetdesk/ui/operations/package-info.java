/** The workbench's commands that change objects: menus, questions and reports, all made from core's catalogue of actions. */
@NullMarked
package org.fleetdesk.ui.operations;

import org.jspecify.annotations.NullMarked;
