package dev.millwright.maintenance.features;

/** One unit as it goes on, cycle by cycle; a cycle costs the same however many went before. */
public final class UnitFeatures {
    private final FeatureSpace space;
    private final SignalWindow[] windows;
    private int age;

    UnitFeatures(FeatureSpace space) {
        this.space = space;
        windows = new SignalWindow[space.sensors().size()];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = new SignalWindow();
        }
    }

    /** Takes the next cycle's values; one that is no number was not measured and is passed over. */
    public void add(double[] row) {
        int regime = space.regime(row);
        for (int i = 0; i < windows.length; i++) {
            int sensor = space.sensors().get(i);
            if (!Double.isNaN(row[sensor])) {
                windows[i].add(space.scale().of(regime, sensor, row[sensor]));
            }
        }
        age++;
    }

    /** What a model sees now; see {@link FeatureSpace#names}. */
    public float[] features() {
        var features = new float[space.width()];
        int width = SignalWindow.FEATURES.size();
        for (int i = 0; i < windows.length; i++) {
            windows[i].write(features, i * width);
        }
        if (space.age()) {
            features[features.length - 1] = age;
        }
        return features;
    }
}
