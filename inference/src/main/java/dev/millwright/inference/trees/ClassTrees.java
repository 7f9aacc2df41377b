package dev.millwright.inference.trees;

import java.util.List;

/**
 * Trees that tell classes apart.
 *
 * @param classes one ensemble each; the higher its sum, the likelier the class
 */
public record ClassTrees(List<TreeEnsemble> classes) {
    public ClassTrees {
        classes = List.copyOf(classes);
    }

    /** One probability a class; together they are 1 (softmax). */
    public double[] probabilities(float[] row) {
        return softmax(sums(row));
    }

    /** What each class's trees add up to. */
    public double[] sums(float[] row) {
        return classes.stream().mapToDouble(each -> each.sum(row)).toArray();
    }

    /** One probability a class, from what their trees add up to. */
    public static double[] softmax(double[] ofTrees) {
        var sums = ofTrees.clone();
        double highest = sums[most(sums)];
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.exp(sums[i] - highest);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return sums;
    }

    /** The likeliest class of a row; the first of those that are alike. */
    public int predict(float[] row) {
        return most(sums(row));
    }

    private static int most(double[] sums) {
        int most = 0;
        for (int i = 1; i < sums.length; i++) {
            most = sums[i] > sums[most] ? i : most;
        }
        return most;
    }
}
