/** Database files of the data folder, and the one thread that works on each. */
@org.jspecify.annotations.NullMarked
package org.fleetdesk.core.internal.h2;
