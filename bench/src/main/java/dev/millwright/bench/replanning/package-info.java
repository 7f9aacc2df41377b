/** Measures re-planning: events of public episodes, answered at once and after a while, against a plain right-shift. */
@NullMarked
package dev.millwright.bench.replanning;

import org.jspecify.annotations.NullMarked;
