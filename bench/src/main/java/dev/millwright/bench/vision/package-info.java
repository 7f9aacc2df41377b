/** Measurements of inspection: anomalies on public sets. */
@NullMarked
package dev.millwright.bench.vision;

import org.jspecify.annotations.NullMarked;
