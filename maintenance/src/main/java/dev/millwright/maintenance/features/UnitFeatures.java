package dev.millwright.maintenance.features;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One unit as it goes on; a reading costs the same however many went before. */
public final class UnitFeatures {
    private final FeatureSpace space;
    private final SignalWindow[] windows;
    private final @Nullable SequenceWindow sequence;
    private double age;
    private long rows;

    UnitFeatures(FeatureSpace space) {
        this.space = space;
        windows = new SignalWindow[space.sensors().size() + 1];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = new SignalWindow();
        }
        sequence = space.sequence() == null ? null : new SequenceWindow(space.sequence(), windows.length);
    }

    /**
     * Takes the next row; a value that is no number was not measured and is passed over.
     *
     * @param nowAge how long the unit has run by then
     */
    public void add(double nowAge, double[] row) {
        age = nowAge;
        if (rows++ % space.everyNth() != 0) {
            return;
        }
        var deviations = space.deviations(row);
        var signals = Arrays.copyOf(deviations, windows.length);
        signals[deviations.length] = space.fusion().of(deviations);
        for (int i = 0; i < signals.length; i++) {
            if (!Double.isNaN(signals[i])) {
                windows[i].add(signals[i]);
            }
        }
        if (sequence != null) {
            sequence.add(signals);
        }
    }

    /**
     * What a recurrent network sees now, step after step.
     *
     * @throws IllegalStateException when the space has no network
     */
    public float[] window() {
        var shape = space.sequence();
        if (shape == null || sequence == null) {
            throw new IllegalStateException("No network looks at this unit; its space has no sequence");
        }
        int channels = space.channels();
        var window = new float[shape.steps() * channels];
        sequence.write(window, channels);
        if (space.age()) {
            for (int step = 1; step <= shape.steps(); step++) {
                window[step * channels - 1] = (float) (2 * age / shape.typicalLife() - 1);
            }
        }
        return window;
    }

    /** What a model of trees sees now; see {@link FeatureSpace#names}. */
    public float[] features() {
        var features = new float[space.width()];
        for (int i = 0; i < windows.length; i++) {
            windows[i].write(features, i * SignalWindow.FEATURES.size());
        }
        if (space.age()) {
            features[features.length - 1] = (float) age;
        }
        return features;
    }
}
