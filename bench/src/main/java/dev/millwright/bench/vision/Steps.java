package dev.millwright.bench.vision;

import dev.millwright.learning.network.StepTraining;
import java.util.Locale;

/** Tells on the error stream how far a training is. */
final class Steps {
    private static final int LINES = 20;

    private Steps() {}

    /** A line every twentieth of the way. */
    static StepTraining.Progress told(String what) {
        return (step, steps, loss) -> {
            if (step % Math.max(1, steps / LINES) == 0) {
                System.err.printf(Locale.ROOT, "%s: step %d of %d, loss %.4f%n", what, step, steps, loss);
            }
        };
    }
}
