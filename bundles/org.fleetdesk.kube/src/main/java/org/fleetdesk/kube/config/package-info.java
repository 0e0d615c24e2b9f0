/** Kubeconfig files: read, merged as kubectl merges them, never rewritten. */
@NullMarked
package org.fleetdesk.kube.config;

import org.jspecify.annotations.NullMarked;
