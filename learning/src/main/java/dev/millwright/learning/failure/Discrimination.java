package dev.millwright.learning.failure;

import java.util.Arrays;
import java.util.List;

/**
 * How well probabilities tell failures from the rest; fractions from 0 to 1, {@code mcc} from -1.
 *
 * @param f1 of alarms at a probability of one half, and {@code precision} and {@code recall}
 * @param mcc Matthews' correlation coefficient of the same alarms
 * @param rocAuc the chance that a failure has a higher probability than another row
 * @param prAuc average precision: precision summed over steps of recall
 * @param brier mean squared error of the probabilities
 */
public record Discrimination(
        double f1, double precision, double recall, double mcc, double rocAuc, double prAuc, double brier) {

    /** Of one probability a row, against what happened. */
    public static Discrimination of(double[] probabilities, List<Boolean> failed) {
        double tp = 0;
        double fp = 0;
        double fn = 0;
        double tn = 0;
        double brier = 0;
        for (int i = 0; i < probabilities.length; i++) {
            boolean alarm = probabilities[i] >= 0.5;
            boolean failure = failed.get(i);
            tp += alarm && failure ? 1 : 0;
            fp += alarm && !failure ? 1 : 0;
            fn += !alarm && failure ? 1 : 0;
            tn += !alarm && !failure ? 1 : 0;
            double error = probabilities[i] - (failure ? 1 : 0);
            brier += error * error / probabilities.length;
        }
        double spread = Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
        return new Discrimination(
                ratio(2 * tp, 2 * tp + fp + fn),
                ratio(tp, tp + fp),
                ratio(tp, tp + fn),
                spread == 0 ? 0 : (tp * tn - fp * fn) / spread,
                rocAuc(probabilities, failed),
                PrecisionRecall.of(probabilities, failed).averagePrecision(),
                brier);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** By ranks (Mann and Whitney 1947); equal probabilities share theirs. */
    private static double rocAuc(double[] probabilities, List<Boolean> failed) {
        var order = PrecisionRecall.falling(probabilities);
        double failures = 0;
        double others = 0;
        double won = 0;
        for (int from = 0; from < order.length; ) {
            double tiedFailures = 0;
            double tiedOthers = 0;
            int to = from;
            for (; to < order.length && probabilities[order[to]] == probabilities[order[from]]; to++) {
                tiedFailures += failed.get(order[to]) ? 1 : 0;
                tiedOthers += failed.get(order[to]) ? 0 : 1;
            }
            won += tiedOthers * (failures + tiedFailures / 2);
            failures += tiedFailures;
            others += tiedOthers;
            from = to;
        }
        return ratio(won, failures * others);
    }

    /** The mean of each figure over several judgements. */
    public static Discrimination mean(List<Discrimination> all) {
        var sums = new double[7];
        for (var each : all) {
            double[] figures = {each.f1, each.precision, each.recall, each.mcc, each.rocAuc, each.prAuc, each.brier};
            Arrays.setAll(sums, i -> sums[i] + figures[i] / all.size());
        }
        return new Discrimination(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
    }
}
