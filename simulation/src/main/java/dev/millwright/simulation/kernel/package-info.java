/** A deterministic discrete-event kernel: one heap, one integer clock, named streams of chance, a trace. */
@NullMarked
package dev.millwright.simulation.kernel;

import org.jspecify.annotations.NullMarked;
