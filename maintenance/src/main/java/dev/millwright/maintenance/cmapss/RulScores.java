package dev.millwright.maintenance.cmapss;

import java.util.List;

/**
 * How far predictions are from the truth.
 *
 * @param rmse with predictions and true lives capped at 125 cycles
 * @param rmseUncapped the same predictions against the true lives as they are
 * @param score the PHM 2008 score, capped: a sum over engines in which late predictions cost more
 */
public record RulScores(double rmse, double rmseUncapped, double score) {

    /** Of one prediction for each true life. */
    public static RulScores of(List<Double> predicted, List<Integer> truth) {
        double squares = 0;
        double rawSquares = 0;
        double score = 0;
        for (int i = 0; i < truth.size(); i++) {
            double raw = predicted.get(i) - truth.get(i);
            double d = Math.min(predicted.get(i), WearFusion.CAP) - Math.min(truth.get(i), WearFusion.CAP);
            squares += d * d;
            rawSquares += raw * raw;
            score += d < 0 ? Math.expm1(-d / 13) : Math.expm1(d / 10);
        }
        return new RulScores(Math.sqrt(squares / truth.size()), Math.sqrt(rawSquares / truth.size()), score);
    }
}
