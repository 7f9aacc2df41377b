/** Schedules built in milliseconds, operation by operation: the first plan, the solver's hint, the fallback. */
@NullMarked
package dev.millwright.scheduling.dispatching;

import org.jspecify.annotations.NullMarked;
