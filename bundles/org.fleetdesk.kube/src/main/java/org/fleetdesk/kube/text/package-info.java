/** Messages in the user's language, for the bundles without a window, and ages as kubectl writes them. */
@org.jspecify.annotations.NullMarked
package org.fleetdesk.kube.text;
