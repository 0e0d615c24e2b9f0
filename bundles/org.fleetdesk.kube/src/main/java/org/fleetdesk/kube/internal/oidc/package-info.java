/** Logging in by OpenID Connect: tokens, the issuer's documents, the login by a person. */
@NullMarked
package org.fleetdesk.kube.internal.oidc;

import org.jspecify.annotations.NullMarked;
