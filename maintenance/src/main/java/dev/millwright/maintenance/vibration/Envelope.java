package dev.millwright.maintenance.vibration;

import java.util.Arrays;

/**
 * How strong a waveform is from moment to moment. A fault in a bearing knocks at its own rate and makes the housing ring far
 * above it; the envelope of the ringing shows the rate (McFadden and Smith 1984, ISO 13373-3).
 */
public final class Envelope {
    private Envelope() {}

    /**
     * The magnitude of the analytic signal (Hilbert) of what lies in a band, in the waveform's unit.
     *
     * @param lowHz where the ringing begins: above what shaft and gears do by themselves
     * @throws IllegalArgumentException when the band holds no frequency of the waveform
     */
    public static Waveform of(Waveform waveform, double lowHz, double highHz) {
        double nyquist = waveform.rateHz() / 2;
        if (!(lowHz >= 0 && lowHz < highHz && lowHz < nyquist)) {
            throw new IllegalArgumentException(
                    "There is nothing from %s to %s Hz: the waveform ends at %s Hz.\nGive a band below that."
                            .formatted(lowHz, highHz, nyquist));
        }
        int n = waveform.length();
        var re = waveform.samples().clone();
        var im = new double[n];
        Fourier.forward(re, im);
        for (int k = 0; k < n; k++) {
            double hz = k * waveform.rateHz() / n;
            boolean kept = k > 0 && hz >= lowHz && hz < highHz && 2 * k <= n;
            double weight = !kept ? 0 : 2 * k == n ? 1 : 2;
            re[k] *= weight;
            im[k] *= weight;
        }
        Fourier.inverse(re, im);
        var envelope = new double[n];
        Arrays.setAll(envelope, i -> Math.hypot(re[i], im[i]));
        return new Waveform(envelope, waveform.rateHz());
    }
}
