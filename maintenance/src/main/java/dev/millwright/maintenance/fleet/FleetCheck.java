package dev.millwright.maintenance.fleet;

import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Looks at machines before anything is learned from them: what cannot be learned from is refused, what would mislead is
 * left out and said.
 *
 * @param fleet what is left
 * @param remarks what a person should know, each a sentence
 */
public record FleetCheck(Fleet fleet, List<String> remarks) {
    private static final int FEWEST_UNITS = 10;
    /** Of so many parts each is held out once, and a machine lies in one. */
    private static final int FEWEST_MACHINES = 5;

    private static final int FEW_UNITS = 30;
    private static final int SHORTEST = 20;
    /** No sensor follows the life left so closely from beginning to end; a column that was worked out from it does. */
    private static final double TOO_GOOD = 0.97;

    private static final double COUNTS_TIME = 0.999;
    private static final double MOSTLY_MISSING = 0.5;
    private static final double GAP = 5;

    public FleetCheck {
        remarks = List.copyOf(remarks);
    }

    /**
     * Of lives that all ended in a failure.
     *
     * @throws IllegalArgumentException when they are too few or too short, or nothing is left to look at
     */
    public static FleetCheck of(Fleet fleet) {
        var read = fleet.remarks().isEmpty() ? "" : "\n" + String.join("\n", fleet.remarks());
        if (fleet.units().size() < FEWEST_UNITS) {
            throw new IllegalArgumentException(
                    "There are %d lives that ended in a failure, and %d are needed: some to learn from, some to judge by.\nGive more, or let the health monitor watch these machines: it needs no failures.%s"
                            .formatted(fleet.units().size(), FEWEST_UNITS, read));
        }
        if (fleet.machines() < FEWEST_MACHINES) {
            throw new IllegalArgumentException(
                    "All failures are of %d machines, and %d are needed: a model is judged on whole machines it has not seen.\nGive those of more machines.%s"
                            .formatted(fleet.machines(), FEWEST_MACHINES, read));
        }
        var remarks = new ArrayList<>(fleet.remarks());
        if (fleet.units().size() < FEW_UNITS) {
            remarks.add("Only %d failures: intervals will be wide, and figures change with each new failure."
                    .formatted(fleet.units().size()));
        }
        var longEnough =
                fleet.units().stream().filter(unit -> unit.length() >= SHORTEST).toList();
        if (longEnough.size() < FEWEST_UNITS) {
            throw new IllegalArgumentException(
                    "Only %d lives have %d rows or more.\nGive rows from a machine's beginning to its failure."
                            .formatted(longEnough.size(), SHORTEST));
        }
        gaps(fleet.units(), remarks);
        var dropped = new ArrayList<Integer>();
        for (int signal = 0; signal < fleet.signals().size(); signal++) {
            var why = fleet.settings().contains(signal) ? "" : unfit(fleet.units(), signal);
            if (!why.isEmpty()) {
                dropped.add(signal);
                remarks.add(
                        "Column '%s' is left out: %s.".formatted(fleet.signals().get(signal), why));
            }
        }
        var kept = fleet.without(dropped);
        if (kept.signals().size() == kept.settings().size()) {
            throw new IllegalArgumentException("No column is left to learn from.\n" + String.join("\n", remarks));
        }
        return new FleetCheck(kept, remarks);
    }

    private static void gaps(List<UnitRun> units, List<String> remarks) {
        int gaps = 0;
        double longest = 0;
        for (var unit : units) {
            var steps = new double[unit.length() - 1];
            Arrays.setAll(steps, i -> unit.ages()[i + 1] - unit.ages()[i]);
            var sorted = steps.clone();
            Arrays.sort(sorted);
            for (double step : steps) {
                if (step > GAP * sorted[sorted.length / 2]) {
                    gaps++;
                    longest = Math.max(longest, step);
                }
            }
        }
        if (gaps > 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%d times a machine was silent for long, once for %.4g; what came after is taken as it is.",
                    gaps,
                    longest));
        }
    }

    /** Why nothing should be learned from a signal; empty when it may be. */
    private static String unfit(List<UnitRun> units, int signal) {
        long missing = 0;
        long rows = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        var left = new Pairs();
        var age = new Pairs();
        for (var unit : units) {
            for (int i = 0; i < unit.length(); i++) {
                double value = unit.rows()[i][signal];
                rows++;
                if (Double.isNaN(value)) {
                    missing++;
                } else {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                    left.add(value, unit.left(i));
                    age.add(value, unit.ages()[i]);
                }
            }
        }
        if (missing > MOSTLY_MISSING * rows) {
            return "%d of %d cells are empty".formatted(missing, rows);
        }
        if (low == high) {
            return "it never changes";
        }
        if (age.correlation() > COUNTS_TIME) {
            return "it only counts time";
        }
        if (Math.abs(left.correlation()) > TOO_GOOD) {
            return String.format(
                    Locale.ROOT,
                    "it follows the life left too well (correlation %.3f) to be measured: it looks worked out from the failure",
                    left.correlation());
        }
        return "";
    }

    /** Sums of pairs, around the first of them so that no digits are lost. */
    private static final class Pairs {
        private double firstX;
        private double firstY;
        private double n;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        void add(double valueX, double valueY) {
            firstX = n == 0 ? valueX : firstX;
            firstY = n == 0 ? valueY : firstY;
            double dx = valueX - firstX;
            double dy = valueY - firstY;
            n++;
            x += dx;
            y += dy;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        double correlation() {
            double spread = Math.sqrt(Math.max(0, n * xx - x * x) * Math.max(0, n * yy - y * y));
            return spread == 0 ? 0 : (n * xy - x * y) / spread;
        }
    }
}
