package dev.millwright.maintenance.vibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an accelerometer said, sample by sample.
 *
 * @param samples usually in g; whatever their unit, levels come out in it
 * @param rateHz samples a second
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Waveform(double[] samples, double rateHz) {
    private static final int LEAST = 2;

    public Waveform {
        if (samples.length < LEAST || !(rateHz > 0) || Double.isInfinite(rateHz)) {
            throw new IllegalArgumentException(
                    "%d samples at %s Hz are no waveform.\nGive 2 samples or more, and how many there are a second."
                            .formatted(samples.length, rateHz));
        }
        for (int i = 0; i < samples.length; i++) {
            if (!Double.isFinite(samples[i])) {
                throw new IllegalArgumentException(
                        "Sample %d of the waveform is %s.\nA number belongs there.".formatted(i + 1, samples[i]));
            }
        }
    }

    /** How many samples. */
    public int length() {
        return samples.length;
    }

    /** Pieces of so many samples, one after the other; what is left over at the end is dropped. */
    public List<Waveform> windows(int length) {
        var windows = new ArrayList<Waveform>();
        for (int from = 0; from + length <= samples.length; from += length) {
            windows.add(new Waveform(Arrays.copyOfRange(samples, from, from + length), rateHz));
        }
        return windows;
    }

    double mean() {
        return Arrays.stream(samples).sum() / samples.length;
    }
}
