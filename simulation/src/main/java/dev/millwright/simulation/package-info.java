/** Discrete-event kernel and the virtual plant. */
@NullMarked
package dev.millwright.simulation;

import org.jspecify.annotations.NullMarked;
