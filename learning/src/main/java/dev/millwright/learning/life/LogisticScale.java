package dev.millwright.learning.life;

import dev.millwright.inference.trees.TreeEnsemble;
import java.util.List;

/**
 * Makes trees' log odds honest: a straight line through them, fitted to what came true of units held out (Platt 1999, solved
 * by Newton's method; his targets keep the line finite where the two kinds are apart).
 *
 * @param slope above 0
 */
record LogisticScale(double slope, double shift) {
    private static final int ROUNDS = 100;
    private static final double RIDGE = 1e-3;
    private static final double DONE = 1e-10;
    private static final double LEAST_SLOPE = 0.01;

    /** @param logOdds as the trees say, and whether it came true */
    static LogisticScale fit(List<Double> logOdds, List<Boolean> came) {
        double failures = came.stream().filter(each -> each).count();
        double others = came.size() - failures;
        double yes = (failures + 1) / (failures + 2);
        double no = 1 / (others + 2);
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double gradientSlope = RIDGE * (slope - 1);
            double gradientShift = 0;
            double curveSlope = RIDGE;
            double curveBoth = 0;
            double curveShift = RIDGE;
            for (int i = 0; i < came.size(); i++) {
                double x = logOdds.get(i);
                double p = 1 / (1 + Math.exp(-(slope * x + shift)));
                double off = p - (came.get(i) ? yes : no);
                double weight = p * (1 - p);
                gradientSlope += off * x;
                gradientShift += off;
                curveSlope += weight * x * x;
                curveBoth += weight * x;
                curveShift += weight;
            }
            double determinant = curveSlope * curveShift - curveBoth * curveBoth;
            double stepSlope = (curveShift * gradientSlope - curveBoth * gradientShift) / determinant;
            double stepShift = (curveSlope * gradientShift - curveBoth * gradientSlope) / determinant;
            double damped = 1 / Math.max(1, Math.max(Math.abs(stepSlope), Math.abs(stepShift)));
            slope -= damped * stepSlope;
            shift -= damped * stepShift;
            if (Math.abs(stepSlope) + Math.abs(stepShift) < DONE) {
                break;
            }
        }
        return new LogisticScale(Math.max(LEAST_SLOPE, slope), shift);
    }

    double probability(double logOdds) {
        return 1 / (1 + Math.exp(-(slope * logOdds + shift)));
    }

    /** The same trees, so scaled. */
    TreeEnsemble of(TreeEnsemble trees) {
        return new TreeEnsemble(
                trees.width(),
                slope * trees.base() + shift,
                trees.logistic(),
                trees.roots().stream().map(root -> root.times((float) slope)).toList());
    }
}
