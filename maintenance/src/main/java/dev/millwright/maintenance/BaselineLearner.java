package dev.millwright.maintenance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects a baseline over enough samples and enough time; what does not fit is thinned evenly. */
final class BaselineLearner {

    private final double[] samples;
    private final int fewest;
    private final double span;
    private int kept;
    private long seen;
    private long stride = 1;
    private double began;

    BaselineLearner(int fewest, double span) {
        this.fewest = fewest;
        this.span = span;
        this.samples = new double[Math.max(128, 2 * fewest)];
    }

    /** Takes a sample; the baseline once it is known, null before. */
    @Nullable
    Baseline learn(double time, double value) {
        began = seen == 0 ? time : began;
        if (seen++ % stride == 0) {
            samples[kept++] = value;
        }
        if (seen >= fewest && kept >= Math.min(fewest, seen / stride) && time - began >= span) {
            return Baseline.of(Arrays.copyOf(samples, kept));
        }
        if (kept == samples.length) {
            thin();
        }
        return null;
    }

    void reset() {
        kept = 0;
        seen = 0;
        stride = 1;
    }

    private void thin() {
        kept /= 2;
        stride *= 2;
        for (int i = 0; i < kept; i++) {
            samples[i] = samples[2 * i];
        }
    }
}
