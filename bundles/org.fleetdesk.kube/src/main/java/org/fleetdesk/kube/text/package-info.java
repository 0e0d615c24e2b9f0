/** Messages in the user's language, for the bundles without a window. */
@org.jspecify.annotations.NullMarked
package org.fleetdesk.kube.text;
