package dev.millwright.maintenance.features;

/** One unit as it goes on; a reading costs the same however many went before. */
public final class UnitFeatures {
    private final FeatureSpace space;
    private final SignalWindow[] windows;
    private double age;

    UnitFeatures(FeatureSpace space) {
        this.space = space;
        windows = new SignalWindow[space.sensors().size() + 1];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = new SignalWindow();
        }
    }

    /**
     * Takes the next row; a value that is no number was not measured and is passed over.
     *
     * @param nowAge how long the unit has run by then
     */
    public void add(double nowAge, double[] row) {
        var deviations = space.deviations(row);
        for (int i = 0; i < deviations.length; i++) {
            add(windows[i], deviations[i]);
        }
        add(windows[deviations.length], space.fusion().of(deviations));
        age = nowAge;
    }

    private static void add(SignalWindow window, double value) {
        if (!Double.isNaN(value)) {
            window.add(value);
        }
    }

    /** What a model sees now; see {@link FeatureSpace#names}. */
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
