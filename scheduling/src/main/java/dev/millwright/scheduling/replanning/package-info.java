/** From the plan the floor follows to the next one: the quick answer, what changed and why, what cannot be together. */
@NullMarked
package dev.millwright.scheduling.replanning;

import org.jspecify.annotations.NullMarked;
