/** The HTTP side: requests, answers, TLS, faults on request. */
@NullMarked
package org.fleetdesk.demo.internal.http;

import org.jspecify.annotations.NullMarked;
