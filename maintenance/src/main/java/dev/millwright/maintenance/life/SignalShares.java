package dev.millwright.maintenance.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreeShap;
import dev.millwright.maintenance.features.FeatureSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What each signal does to an answer: the shares of its features in the trees' together, and what networks add. */
final class SignalShares {
    private SignalShares() {}

    /** Of trees that speak alone, the weightiest first. */
    static List<LifeDriver> of(FeatureSpace space, TreeEnsemble trees, float[] features) {
        return of(space, trees, features, 1, new double[space.windows().size() + 1]);
    }

    /**
     * Of trees beside networks, the weightiest first.
     *
     * @param weight of the trees' answer
     * @param networks each signal's share in the rest, in the order of the windows, and then of age
     */
    static List<LifeDriver> of(
            FeatureSpace space, TreeEnsemble trees, float[] features, double weight, double[] networks) {
        var shares = TreeShap.shares(trees, features);
        int window = FeatureSpace.featuresOfASignal();
        var drivers = new ArrayList<LifeDriver>();
        var names = space.windows();
        for (int signal = 0; signal < names.size(); signal++) {
            double share = 0;
            for (int f = 0; f < window; f++) {
                share += shares[signal * window + f];
            }
            drivers.add(new LifeDriver(
                    names.get(signal),
                    weight * share + networks[signal],
                    features[signal * window + FeatureSpace.MEAN]));
        }
        if (space.age()) {
            double share = weight * shares[shares.length - 1] + networks[names.size()];
            drivers.add(new LifeDriver("age", share, features[features.length - 1]));
        }
        drivers.sort(Comparator.comparingDouble((LifeDriver driver) -> Math.abs(driver.share()))
                .reversed());
        return drivers;
    }
}
