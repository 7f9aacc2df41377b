/** When to maintain: what failing, stopping and waiting cost, weighed by how likely each remaining life is. */
@NullMarked
package dev.millwright.maintenance.decision;

import org.jspecify.annotations.NullMarked;
