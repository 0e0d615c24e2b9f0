/** Showing a person how to log in by OpenID Connect. */
@NullMarked
package org.fleetdesk.ui.login;

import org.jspecify.annotations.NullMarked;
