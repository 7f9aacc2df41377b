package dev.millwright.maintenance.vibration;

import java.util.ArrayList;
import java.util.List;

/**
 * What tells a bearing's faults apart in a waveform: its statistics, the levels of its bands, how evenly its power is
 * spread, and how far the envelope's lines at the fault frequencies rise above the lines around. The mean is left out: it says
 * how the sensor is set, not how the bearing is.
 *
 * @param orders of the bearing
 * @param bands equal parts of the spectrum up to half the sampling rate
 * @param envelopeFromHz where the ringing begins whose envelope is looked at
 */
public record FaultFeatures(FaultOrders orders, int bands, double envelopeFromHz) {
    /** A fault's knocks and two of their harmonics. */
    private static final int HARMONICS = 3;
    /** Balls slip, so that rates differ from the geometry's by up to two percent (Randall and Antoni 2011). */
    private static final double SLIP = 0.02;

    private static final List<String> STATISTICS =
            List.of("rms", "peak", "peak to peak", "skewness", "kurtosis", "crest factor", "spectral entropy");
    private static final List<String> LINES = List.of("FTF", "BSF", "BPFO", "BPFI");

    public FaultFeatures {
        if (bands < 1 || !(envelopeFromHz >= 0)) {
            throw new IllegalArgumentException("%d bands, envelope from %s Hz\nGive 1 band or more, and 0 Hz or more."
                    .formatted(bands, envelopeFromHz));
        }
    }

    /** What each number is, in the order of {@link #of}. */
    public List<String> names() {
        var names = new ArrayList<String>(STATISTICS);
        for (int band = 1; band <= bands; band++) {
            names.add("rms of band " + band);
        }
        for (var line : LINES) {
            for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
                names.add(harmonic + " x " + line);
            }
        }
        return List.copyOf(names);
    }

    /**
     * Of one waveform; levels in its unit, lines of the envelope in multiples of the lines around.
     *
     * @param shaftHz turns of the shaft a second
     */
    public float[] of(Waveform waveform, double shaftHz) {
        var statistics = WaveformStatistics.of(waveform);
        var spectrum = Spectrum.of(waveform);
        var features = new ArrayList<Double>(List.of(
                statistics.rms(),
                statistics.peak(),
                statistics.peakToPeak(),
                statistics.skewness(),
                statistics.kurtosis(),
                statistics.crestFactor(),
                spectrum.entropy()));
        double width = waveform.rateHz() / 2 / bands;
        for (int band = 0; band < bands; band++) {
            features.add(spectrum.rms(band * width, (band + 1) * width));
        }
        features.addAll(lines(waveform, shaftHz));
        var row = new float[features.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = features.get(i).floatValue();
        }
        return row;
    }

    /** How far each fault's lines rise above the lines around, FTF, BSF, BPFO, BPFI, each with its harmonics. */
    private List<Double> lines(Waveform waveform, double shaftHz) {
        if (!(shaftHz > 0)) {
            throw new IllegalArgumentException(
                    "A shaft at %s Hz does not turn.\nGive turns a second.".formatted(shaftHz));
        }
        var envelope = Spectrum.of(Envelope.of(waveform, envelopeFromHz, Double.POSITIVE_INFINITY));
        var lines = new ArrayList<Double>();
        for (double order : new double[] {orders.ftf(), orders.bsf(), orders.bpfo(), orders.bpfi()}) {
            for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
                double hz = harmonic * order * shaftHz;
                double floor = envelope.floor(hz / 2, hz * 1.5);
                lines.add(floor == 0 ? 0 : envelope.strongest(hz * (1 - SLIP), hz * (1 + SLIP)) / floor);
            }
        }
        return lines;
    }
}
