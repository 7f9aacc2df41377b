/** Watches readings and findings, foresees failures, wishes for maintenance. */
@NullMarked
package dev.millwright.loop.health;

import org.jspecify.annotations.NullMarked;
