package dev.millwright.maintenance.life;

import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitFeatures;

/**
 * What each signal does to the networks' part of an answer: by how much the answer would be another, were that signal alone as
 * usual in all the networks see of it (occlusion, Zeiler and Fergus 2014). Exact for each signal by itself; signals that say the
 * same share what only both together do, so that the shares need not add up.
 */
final class NetworkShares {
    /** Answers to many windows of one unit at once, whose features are the same in all. */
    interface Answers {
        float[] of(float[] features, float[] windows, int count);
    }

    private NetworkShares() {}

    /** In the order of the space's windows, and then of age where that is looked at. */
    static double[] of(FeatureSpace space, UnitFeatures unit, Answers model) {
        int signals = space.windows().size();
        int drivers = signals + (space.age() ? 1 : 0);
        var window = unit.window();
        var windows = new float[(drivers + 1) * window.length];
        for (int driver = 0; driver <= drivers; driver++) {
            System.arraycopy(window, 0, windows, driver * window.length, window.length);
        }
        float wear = (float) space.fusion().offset(); // of sensors that are all as usual
        int channels = space.channels();
        for (int driver = 0; driver < drivers; driver++) {
            int begin = (driver + 1) * window.length;
            for (int step = begin; step < begin + window.length; step += channels) {
                if (driver == signals) {
                    windows[step + channels - 1] = 0; // half a typical life
                } else {
                    windows[step + driver] = driver == signals - 1 ? wear : 0;
                    windows[step + signals + driver] = 0;
                }
            }
        }
        var answers = model.of(unit.features(), windows, drivers + 1);
        var shares = new double[drivers];
        for (int driver = 0; driver < drivers; driver++) {
            shares[driver] = answers[0] - answers[driver + 1];
        }
        return shares;
    }
}
