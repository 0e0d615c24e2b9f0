/** HTTP to an API server: transport, trust, logins. */
@NullMarked
package org.fleetdesk.kube.internal.http;

import org.jspecify.annotations.NullMarked;
