/** Adding kubeconfigs: by file, by pasted text, by dropping files; and what is wrong in them. */
@NullMarked
package org.fleetdesk.ui.sources;

import org.jspecify.annotations.NullMarked;
