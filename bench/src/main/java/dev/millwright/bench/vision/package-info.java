/** Measurements of vision: detection, surfaces, anomalies. */
@NullMarked
package dev.millwright.bench.vision;

import org.jspecify.annotations.NullMarked;
