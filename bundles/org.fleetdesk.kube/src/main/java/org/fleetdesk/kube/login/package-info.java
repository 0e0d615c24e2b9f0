/** What a login by OpenID Connect needs from its program: somebody to ask, and a place to keep what it got. */
@NullMarked
package org.fleetdesk.kube.login;

import org.jspecify.annotations.NullMarked;
