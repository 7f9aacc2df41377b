package dev.millwright.inference.trees;

/**
 * What each feature adds to an answer, exactly: Shapley values over the ways down the trees (Lundberg, Erion and Lee 2018,
 * algorithm 2). Without a feature a row goes both ways, as often as the training rows did. The shares and the answer
 * without any feature add up to the answer, before any logistic.
 */
public final class TreeShap {
    private final float[] row;
    private final double[] shares;

    private TreeShap(int width, float[] row) {
        this.row = row;
        shares = new double[width];
    }

    /** Each feature's share in an ensemble's answer to a row. */
    public static double[] shares(TreeEnsemble trees, float[] row) {
        var shap = new TreeShap(trees.width(), row);
        for (var root : trees.roots()) {
            shap.descend(root, new Way(0), 1, 1, Way.NO_FEATURE);
        }
        return shap.shares;
    }

    /** What an ensemble answers, before any logistic, to a row of which nothing is known. */
    public static double unknown(TreeEnsemble trees) {
        return trees.base() + trees.roots().stream().mapToDouble(TreeShap::mean).sum();
    }

    private static double mean(TreeEnsemble.Node node) {
        return switch (node) {
            case TreeEnsemble.Node.Leaf leaf -> leaf.value();
            case TreeEnsemble.Node.Split split ->
                (mean(split.smaller()) * split.smaller().cover()
                                + mean(split.other()) * split.other().cover())
                        / (split.smaller().cover() + split.other().cover());
        };
    }

    private void descend(TreeEnsemble.Node node, Way before, double without, double with, int feature) {
        var way = before.extended(without, with, feature);
        switch (node) {
            case TreeEnsemble.Node.Leaf leaf -> {
                for (int i = 1; i < way.length(); i++) {
                    shares[way.feature(i)] += way.weightWithout(i) * (way.with(i) - way.without(i)) * leaf.value();
                }
            }
            case TreeEnsemble.Node.Split split -> {
                boolean smaller = split.goesSmaller(row);
                var taken = smaller ? split.smaller() : split.other();
                var left = smaller ? split.other() : split.smaller();
                double all = taken.cover() + left.cover();
                double nextWithout = 1;
                double nextWith = 1;
                int known = way.find(split.feature());
                if (known > 0) {
                    nextWithout = way.without(known);
                    nextWith = way.with(known);
                    way = way.shortened(known);
                }
                descend(taken, way, nextWithout * taken.cover() / all, nextWith, split.feature());
                descend(left, way, nextWithout * left.cover() / all, 0, split.feature());
            }
        }
    }

    /**
     * The features met on the way down, each once: which share of rows would come this way without it and with it; and for
     * each number of features known, the weight of the sets of so many.
     */
    private static final class Way {
        static final int NO_FEATURE = -1;

        private final int[] features;
        private final double[] without;
        private final double[] with;
        private final double[] weights;

        Way(int length) {
            features = new int[length];
            without = new double[length];
            with = new double[length];
            weights = new double[length];
        }

        private Way copy(int length) {
            var copy = new Way(length);
            int kept = Math.min(length, length());
            System.arraycopy(features, 0, copy.features, 0, kept);
            System.arraycopy(without, 0, copy.without, 0, kept);
            System.arraycopy(with, 0, copy.with, 0, kept);
            System.arraycopy(weights, 0, copy.weights, 0, kept);
            return copy;
        }

        int length() {
            return features.length;
        }

        int feature(int i) {
            return features[i];
        }

        double without(int i) {
            return without[i];
        }

        double with(int i) {
            return with[i];
        }

        int find(int feature) {
            for (int i = 1; i < features.length; i++) {
                if (features[i] == feature) {
                    return i;
                }
            }
            return 0;
        }

        Way extended(double shareWithout, double shareWith, int feature) {
            int last = length();
            var way = copy(last + 1);
            way.features[last] = feature;
            way.without[last] = shareWithout;
            way.with[last] = shareWith;
            way.weights[last] = last == 0 ? 1 : 0;
            for (int i = last - 1; i >= 0; i--) {
                way.weights[i + 1] += shareWith * way.weights[i] * (i + 1) / (last + 1);
                way.weights[i] = shareWithout * way.weights[i] * (last - i) / (last + 1);
            }
            return way;
        }

        /** As if that feature had not been met. */
        Way shortened(int place) {
            int last = length() - 1;
            var way = copy(last);
            double next = weights[last];
            for (int i = last - 1; i >= 0; i--) {
                if (with[place] != 0) {
                    way.weights[i] = next * (last + 1) / ((i + 1) * with[place]);
                    next = weights[i] - way.weights[i] * without[place] * (last - i) / (last + 1);
                } else {
                    way.weights[i] = weights[i] * (last + 1) / (without[place] * (last - i));
                }
            }
            for (int i = place; i < last; i++) {
                way.features[i] = features[i + 1];
                way.without[i] = without[i + 1];
                way.with[i] = with[i + 1];
            }
            return way;
        }

        /** The weight of all sets of features without that one. */
        double weightWithout(int place) {
            int last = length() - 1;
            double next = weights[last];
            double sum = 0;
            for (int i = last - 1; i >= 0; i--) {
                if (with[place] != 0) {
                    double weight = next * (last + 1) / ((i + 1) * with[place]);
                    sum += weight;
                    next = weights[i] - weight * without[place] * (last - i) / (last + 1);
                } else {
                    sum += weights[i] * (last + 1) / (without[place] * (last - i));
                }
            }
            return sum;
        }
    }
}
