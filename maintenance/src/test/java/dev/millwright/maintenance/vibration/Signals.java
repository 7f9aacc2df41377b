package dev.millwright.maintenance.vibration;

import java.util.Arrays;
import java.util.Random;

/** Waveforms of which it is known what they are. */
final class Signals {
    private Signals() {}

    /** A pure tone. */
    static Waveform tone(double hz, double amplitude, double rateHz, int length) {
        var samples = new double[length];
        Arrays.setAll(samples, i -> amplitude * Math.sin(2 * Math.PI * hz * i / rateHz));
        return new Waveform(samples, rateHz);
    }

    static Waveform noise(double rateHz, int length, long seed) {
        var random = new Random(seed);
        var samples = new double[length];
        Arrays.setAll(samples, i -> random.nextGaussian());
        return new Waveform(samples, rateHz);
    }

    /** A housing that rings at 3 kHz and dies away within 2 ms whenever a fault knocks, in noise. */
    static Waveform knocks(double hz, double rateHz, int length, long seed) {
        var samples = noise(rateHz, length, seed).samples();
        for (double knock = 0; knock < length / rateHz; knock += 1 / hz) {
            int first = (int) Math.ceil(knock * rateHz);
            for (int i = first; i < Math.min(length, first + (int) (0.008 * rateHz)); i++) {
                double since = i / rateHz - knock;
                samples[i] += 6 * Math.exp(-since / 0.002) * Math.sin(2 * Math.PI * 3_000 * since);
            }
        }
        return new Waveform(samples, rateHz);
    }
}
