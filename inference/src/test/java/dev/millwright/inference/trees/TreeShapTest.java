package dev.millwright.inference.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.inference.trees.TreeEnsemble.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shares are Shapley values: the oracle asks the trees about every set of features. */
class TreeShapTest {
    private static final int WIDTH = 5;

    @Test
    void sharesAreWhatEverySetOfFeaturesSays() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var roots = new ArrayList<Node>();
            for (int t = 0; t < 3; t++) {
                roots.add(tree(random, 4));
            }
            var trees = new TreeEnsemble(WIDTH, random.nextGaussian(), false, roots);
            var row = row(random);
            var shares = TreeShap.shares(trees, row);
            double sum = TreeShap.unknown(trees);
            for (int feature = 0; feature < WIDTH; feature++) {
                assertThat(shares[feature])
                        .as("feature " + feature + ", seed " + seed)
                        .isCloseTo(shapley(trees, row, feature), within(1e-9));
                sum += shares[feature];
            }
            assertThat(sum).as("they add up, seed " + seed).isCloseTo(trees.sum(row), within(1e-9));
        }
    }

    private static Node tree(Random random, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return new Node.Leaf((float) random.nextGaussian(), 1 + random.nextInt(50));
        }
        var smaller = tree(random, depth - 1);
        var other = tree(random, depth - 1);
        return new Node.Split(
                random.nextInt(WIDTH),
                random.nextFloat(),
                random.nextBoolean(),
                smaller.cover() + other.cover(),
                smaller,
                other);
    }

    private static float[] row(Random random) {
        var row = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            row[i] = random.nextInt(6) == 0 ? Float.NaN : random.nextFloat();
        }
        return row;
    }

    /** By definition: what the feature adds to each set of the others, weighed by the orders in which it joins. */
    private static double shapley(TreeEnsemble trees, float[] row, int feature) {
        double share = 0;
        for (int set = 0; set < 1 << WIDTH; set++) {
            if ((set & 1 << feature) == 0) {
                int size = Integer.bitCount(set);
                double weight = factorial(size) * factorial(WIDTH - size - 1) / factorial(WIDTH);
                share += weight * (known(trees, row, set | 1 << feature) - known(trees, row, set));
            }
        }
        return share;
    }

    private static double known(TreeEnsemble trees, float[] row, int set) {
        return trees.roots().stream().mapToDouble(root -> known(root, row, set)).sum();
    }

    private static double known(Node node, float[] row, int set) {
        return switch (node) {
            case Node.Leaf leaf -> leaf.value();
            case Node.Split split
            when (set & 1 << split.feature()) != 0 ->
                known(split.goesSmaller(row) ? split.smaller() : split.other(), row, set);
            case Node.Split split ->
                (known(split.smaller(), row, set) * split.smaller().cover()
                                + known(split.other(), row, set) * split.other().cover())
                        / split.cover();
        };
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    @Test
    void aProbabilityIsTheLogisticOfItsSum() {
        var sure = new TreeEnsemble(1, 2, true, List.of(new Node.Leaf(1, 10)));
        assertThat(sure.sum(new float[1])).isEqualTo(3);
        assertThat(sure.predict(new float[1])).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-12));
        assertThat(TreeShap.shares(sure, new float[1])).containsExactly(0);
    }
}
