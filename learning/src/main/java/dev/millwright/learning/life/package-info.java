/** Remaining useful life and failures: training, calibration, evaluation. */
@NullMarked
package dev.millwright.learning.life;

import org.jspecify.annotations.NullMarked;
