/** From what happened to the plan in force: triggers, problem, reasons, adoption. */
@NullMarked
package dev.millwright.loop.planning;

import org.jspecify.annotations.NullMarked;
