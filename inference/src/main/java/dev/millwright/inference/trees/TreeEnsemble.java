package dev.millwright.inference.trees;

import java.util.List;

/**
 * Trees whose leaves add up, from a base.
 *
 * @param width features of a row
 * @param logistic whether the sum is the logarithm of odds, and the answer a probability
 */
public record TreeEnsemble(int width, double base, boolean logistic, List<Node> roots) {

    /** A place in a tree. */
    public sealed interface Node {
        /** How many training rows came by, by their weight. */
        double cover();

        /** The same with leaves that count so much. */
        Node times(float factor);

        /** Rows whose feature is smaller than the threshold go to {@code smaller}; those without it as {@code missing} says. */
        record Split(int feature, float threshold, boolean missingIsSmaller, double cover, Node smaller, Node other)
                implements Node {
            @Override
            public Node times(float factor) {
                return new Split(
                        feature, threshold, missingIsSmaller, cover, smaller.times(factor), other.times(factor));
            }

            boolean goesSmaller(float[] row) {
                float value = row[feature];
                return Float.isNaN(value) ? missingIsSmaller : value < threshold;
            }
        }

        /** What is added for rows that end here. */
        record Leaf(float value, double cover) implements Node {
            @Override
            public Node times(float factor) {
                return new Leaf(value * factor, cover);
            }
        }
    }

    public TreeEnsemble {
        roots = List.copyOf(roots);
    }

    /** The ensemble whose sums are the mean of these ensembles' sums. */
    public static TreeEnsemble mean(List<TreeEnsemble> ensembles) {
        var first = ensembles.getFirst();
        float share = 1f / ensembles.size();
        return new TreeEnsemble(
                first.width(),
                ensembles.stream().mapToDouble(TreeEnsemble::base).average().orElseThrow(),
                first.logistic(),
                ensembles.stream()
                        .flatMap(each -> each.roots().stream())
                        .map(root -> root.times(share))
                        .toList());
    }

    /** The answer to one row; a feature that is no number is missing. */
    public double predict(float[] row) {
        double sum = sum(row);
        return logistic ? 1 / (1 + Math.exp(-sum)) : sum;
    }

    /** What it would answer before any logistic. */
    public double sum(float[] row) {
        double sum = base;
        for (var root : roots) {
            sum += leaf(root, row).value();
        }
        return sum;
    }

    private static Node.Leaf leaf(Node from, float[] row) {
        var node = from;
        while (node instanceof Node.Split split) {
            node = split.goesSmaller(row) ? split.smaller() : split.other();
        }
        return (Node.Leaf) node;
    }
}
