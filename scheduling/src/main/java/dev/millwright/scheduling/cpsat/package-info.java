/** The exact solver: a CP-SAT model in variables, constraints and objective. */
@NullMarked
package dev.millwright.scheduling.cpsat;

import org.jspecify.annotations.NullMarked;
