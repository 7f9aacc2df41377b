package dev.millwright.learning.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Precision over recall as the threshold of an alarm falls; rows of one probability go together.
 *
 * @param points the highest threshold first
 */
public record PrecisionRecall(List<Point> points) {
    private static final double HALF = 0.5;

    /**
     * Of alarms from a threshold on.
     *
     * @param recall share of failures that have one
     * @param precision share of alarms that are failures
     */
    public record Point(double threshold, double recall, double precision) {}

    public PrecisionRecall {
        points = List.copyOf(points);
    }

    /** Of one probability a row, against what happened. */
    public static PrecisionRecall of(double[] probabilities, List<Boolean> failed) {
        var order = falling(probabilities);
        double all = Math.max(1, failed.stream().filter(each -> each).count());
        double found = 0;
        var points = new ArrayList<Point>();
        for (int i = 0; i < order.length; i++) {
            found += failed.get(order[i]) ? 1 : 0;
            if (i == order.length - 1 || probabilities[order[i + 1]] != probabilities[order[i]]) {
                points.add(new Point(probabilities[order[i]], found / all, found / (i + 1)));
            }
        }
        return new PrecisionRecall(points);
    }

    /** Precision summed over steps of recall. */
    public double averagePrecision() {
        double area = 0;
        double before = 0;
        for (var point : points) {
            area += (point.recall() - before) * point.precision();
            before = point.recall();
        }
        return area;
    }

    /** Where alarms begin at a probability of one half; empty where no row has it. */
    public Optional<Point> atHalf() {
        return points.stream().filter(point -> point.threshold() >= HALF).reduce((_, later) -> later);
    }

    /** The rows, the likeliest first. */
    static int[] falling(double[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
