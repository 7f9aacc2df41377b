package dev.millwright.learning.boosting;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How trees are boosted; names as XGBoost's.
 *
 * @param trees how many
 * @param eta how much each one counts
 * @param minChildWeight least weight of a leaf
 * @param rowShare of rows each tree sees
 * @param columnShare of columns each tree sees
 * @param exact whether every value is tried as a threshold, not only 256 a column
 */
public record BoostSettings(
        Goal goal,
        int trees,
        int depth,
        double eta,
        double minChildWeight,
        double rowShare,
        double columnShare,
        boolean exact,
        int seed) {

    /** What the trees are to say of a row. */
    public enum Goal {
        /** The expected target. */
        MEAN,
        /** The probability that the target is 1; targets are 0 and 1. */
        PROBABILITY,
        /** Which of several classes; targets are 0, 1, 2 and so on. */
        CLASS
    }

    public BoostSettings {
        if (trees < 1 || depth < 1 || !(eta > 0) || !share(rowShare) || !share(columnShare)) {
            throw new IllegalArgumentException(
                    "%d trees of depth %d, eta %s, shares %s of rows and %s of columns\nGive 1 or more, and shares up to 1."
                            .formatted(trees, depth, eta, rowShare, columnShare));
        }
    }

    private static boolean share(double value) {
        return value > 0 && value <= 1;
    }

    /** The same by another chance. */
    public BoostSettings seeded(int other) {
        return new BoostSettings(goal, trees, depth, eta, minChildWeight, rowShare, columnShare, exact, other);
    }

    /** The parameters of the library; one thread, so that the same seed gives the same trees. */
    Map<String, Object> parameters(double base) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put(
                "objective",
                switch (goal) {
                    case MEAN -> "reg:squarederror";
                    case PROBABILITY -> "binary:logistic";
                    case CLASS -> "multi:softprob";
                });
        parameters.put("base_score", base);
        parameters.put("max_depth", depth);
        parameters.put("eta", eta);
        parameters.put("min_child_weight", minChildWeight);
        parameters.put("subsample", rowShare);
        parameters.put("colsample_bytree", columnShare);
        parameters.put("tree_method", exact ? "exact" : "hist");
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
