/** Problem, schedule, checker, dispatching, CP-SAT and re-planning. */
@NullMarked
package dev.millwright.scheduling;

import org.jspecify.annotations.NullMarked;
