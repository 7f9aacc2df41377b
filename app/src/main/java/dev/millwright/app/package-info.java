/** Wiring, configuration and the command line: the only room that knows all the others. */
@NullMarked
package dev.millwright.app;

import org.jspecify.annotations.NullMarked;
