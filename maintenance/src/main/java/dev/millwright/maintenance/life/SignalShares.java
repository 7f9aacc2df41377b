package dev.millwright.maintenance.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreeShap;
import dev.millwright.maintenance.features.FeatureSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What each signal does to an answer of trees: the shares of its features together. */
final class SignalShares {
    private SignalShares() {}

    /** The weightiest first. */
    static List<LifeDriver> of(FeatureSpace space, TreeEnsemble trees, float[] features) {
        var shares = TreeShap.shares(trees, features);
        int window = FeatureSpace.featuresOfASignal();
        var drivers = new ArrayList<LifeDriver>();
        var names = space.windows();
        for (int signal = 0; signal < names.size(); signal++) {
            double share = 0;
            for (int f = 0; f < window; f++) {
                share += shares[signal * window + f];
            }
            drivers.add(new LifeDriver(names.get(signal), share, features[signal * window + FeatureSpace.MEAN]));
        }
        if (space.age()) {
            drivers.add(new LifeDriver("age", shares[shares.length - 1], features[features.length - 1]));
        }
        drivers.sort(Comparator.comparingDouble((LifeDriver driver) -> Math.abs(driver.share()))
                .reversed());
        return drivers;
    }
}
