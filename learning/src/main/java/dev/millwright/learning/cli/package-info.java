/** {@code ./millwright train}. */
@NullMarked
package dev.millwright.learning.cli;

import org.jspecify.annotations.NullMarked;
