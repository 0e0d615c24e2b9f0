/** What is published: the archives of every platform, and the host's own, unpacked and started. */
@NullMarked
package org.fleetdesk.tests.product;

import org.jspecify.annotations.NullMarked;
