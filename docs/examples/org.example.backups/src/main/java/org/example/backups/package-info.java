/** A bundle that brings a pack: the worked example of {@code docs/extending.md}. */
@NullMarked
package org.example.backups;

import org.jspecify.annotations.NullMarked;
