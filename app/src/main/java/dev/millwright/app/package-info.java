/** Wiring, configuration and the command line. */
@NullMarked
package dev.millwright.app;

import org.jspecify.annotations.NullMarked;
