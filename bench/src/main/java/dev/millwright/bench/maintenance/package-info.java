/** Predictive maintenance measured on public sets, beside baselines. */
@NullMarked
package dev.millwright.bench.maintenance;

import org.jspecify.annotations.NullMarked;
