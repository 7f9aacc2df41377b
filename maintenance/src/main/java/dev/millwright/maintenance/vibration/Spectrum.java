package dev.millwright.maintenance.vibration;

import java.util.Arrays;

/** The one-sided power spectrum of a waveform without its mean; no window function, so that band levels add up exactly. */
public final class Spectrum {
    /** Mean square of each line: the lines of all frequencies together make the variance (Parseval). */
    private final double[] power;

    private final double spacingHz;

    private Spectrum(double[] power, double spacingHz) {
        this.power = power;
        this.spacingHz = spacingHz;
    }

    /** Of a waveform of any length. */
    public static Spectrum of(Waveform waveform) {
        int n = waveform.length();
        double mean = waveform.mean();
        var re = Arrays.stream(waveform.samples()).map(sample -> sample - mean).toArray();
        var im = new double[n];
        Fourier.forward(re, im);
        var power = new double[n / 2 + 1];
        for (int k = 0; k < power.length; k++) {
            // All frequencies but zero and Nyquist's stand for their mirror image, too.
            double sides = k == 0 || 2 * k == n ? 1 : 2;
            power[k] = sides * (re[k] * re[k] + im[k] * im[k]) / ((double) n * n);
        }
        return new Spectrum(power, waveform.rateHz() / n);
    }

    /** From one line to the next. */
    public double spacingHz() {
        return spacingHz;
    }

    /** The rms of what lies in a band from {@code lowHz} to below {@code highHz}, in the waveform's unit. */
    public double rms(double lowHz, double highHz) {
        double sum = 0;
        for (int k = first(lowHz); k < Math.min(first(highHz), power.length); k++) {
            sum += power[k];
        }
        return Math.sqrt(sum);
    }

    /** The rms of the strongest line from {@code lowHz} to {@code highHz}; of the nearest one where none lies between. */
    public double strongest(double lowHz, double highHz) {
        int from = first(lowHz);
        int to = (int) Math.floor(highHz / spacingHz);
        if (from > to) {
            from = (int) Math.round((lowHz + highHz) / 2 / spacingHz);
            to = from;
        }
        double strongest = 0;
        for (int k = Math.max(0, from); k <= Math.min(to, power.length - 1); k++) {
            strongest = Math.max(strongest, power[k]);
        }
        return Math.sqrt(strongest);
    }

    /** The rms of the middle line in a band: what a line must rise above. */
    public double floor(double lowHz, double highHz) {
        int from = Math.min(first(lowHz), power.length - 1);
        var band = Arrays.copyOfRange(power, from, Math.clamp(first(highHz), from + 1, power.length));
        Arrays.sort(band);
        return Math.sqrt(band[band.length / 2]);
    }

    /**
     * How evenly the power is spread: 0 is one line alone, 1 is white noise whose lines are all alike (Shannon's entropy over its
     * largest value).
     */
    public double entropy() {
        double sum = Arrays.stream(power).skip(1).sum();
        if (sum == 0 || power.length < 3) {
            return 0;
        }
        double entropy = 0;
        for (int k = 1; k < power.length; k++) {
            double share = power[k] / sum;
            entropy -= share == 0 ? 0 : share * Math.log(share);
        }
        return entropy / Math.log(power.length - 1);
    }

    /** The first line at a frequency or above; a hair below counts as at it. */
    private int first(double hz) {
        return (int) Math.ceil(hz / spacingHz - 1e-9);
    }
}
