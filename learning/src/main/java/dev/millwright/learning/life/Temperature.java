package dev.millwright.learning.life;

import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.learning.life.HorizonLearner.Cut;
import java.util.List;

/**
 * Makes the probabilities of classes honest: one factor before the softmax, fitted to what came of units held out (Guo et al.
 * 2017, solved by Newton's method). It moves no class past another.
 *
 * @param slope the factor, above 0; below 1 the trees were too sure
 */
record Temperature(double slope) {
    private static final int ROUNDS = 100;
    /** Pulls towards 1 as some rows would, so that classes which are quite apart do not make it endless. */
    private static final double RIDGE = 5;

    private static final double DONE = 1e-10;
    private static final double LEAST = 0.01;

    static Temperature fit(List<Cut> cuts) {
        double slope = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double gradient = RIDGE * (slope - 1);
            double curve = RIDGE;
            for (var cut : cuts) {
                var p = new Temperature(slope).probabilities(cut.sums());
                double mean = 0;
                double squares = 0;
                for (int i = 0; i < p.length; i++) {
                    mean += p[i] * cut.sums().get(i);
                    squares += p[i] * cut.sums().get(i) * cut.sums().get(i);
                }
                gradient += mean - cut.sums().get(cut.came());
                curve += squares - mean * mean;
            }
            double step = gradient / curve;
            slope = Math.max(LEAST, slope - step / Math.max(1, Math.abs(step)));
            if (Math.abs(step) < DONE) {
                break;
            }
        }
        return new Temperature(slope);
    }

    double[] probabilities(List<Double> sums) {
        return ClassTrees.softmax(sums.stream().mapToDouble(sum -> slope * sum).toArray());
    }

    /** The same trees, so scaled. */
    ClassTrees of(ClassTrees trees) {
        var scale = new LogisticScale(slope, 0);
        return new ClassTrees(trees.classes().stream().map(scale::of).toList());
    }
}
