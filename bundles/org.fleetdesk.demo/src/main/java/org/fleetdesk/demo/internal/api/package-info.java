/** The API's verbs: discovery, reading, watching, writing, subresources, reviews. */
@NullMarked
package org.fleetdesk.demo.internal.api;

import org.jspecify.annotations.NullMarked;
