package dev.millwright.maintenance.life;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely each remaining life is: a cumulative distribution, a straight line between its points. Of lives from the cap on
 * it is only known that they are that long or longer.
 *
 * @param lives the points, from 0 to the cap, never falling; the same twice is a jump
 * @param shares how likely a failure is by each point, never falling, from 0 to 1
 * @param cap from here on nothing is known
 */
public record LifeDistribution(List<Double> lives, List<Double> shares, double cap) {
    private static final List<Double> INTERVAL = List.of(0.05, 0.5, 0.95);

    public LifeDistribution {
        lives = List.copyOf(lives);
        shares = List.copyOf(shares);
        if (lives.isEmpty() || lives.size() != shares.size()) {
            throw new IllegalArgumentException(
                    "A distribution of %d lives and %d shares\nGive as many of each, one at least."
                            .formatted(lives.size(), shares.size()));
        }
        if (!rising(lives, cap) || !rising(shares, 1)) {
            throw new IllegalArgumentException(
                    "Lives %s with shares %s are no distribution up to %s.\nGive both rising, lives from 0 to the cap, shares from 0 to 1."
                            .formatted(lives, shares, cap));
        }
    }

    private static boolean rising(List<Double> values, double most) {
        double before = 0;
        for (double value : values) {
            if (!(value >= before)) {
                return false;
            }
            before = value;
        }
        return before <= most;
    }

    /** What an estimate alone says: its interval holds nine lives in ten, and half lie below what is expected. */
    public static LifeDistribution of(LifeEstimate estimate, double cap) {
        return ofQuantiles(INTERVAL, List.of(estimate.low(), estimate.expected(), estimate.high()), cap);
    }

    /**
     * From lives that shares of units do not reach. What lies outside the levels is spread evenly to 0 and to the cap.
     *
     * @param levels rising, between 0 and 1
     * @param quantiles a life for each; one below those before it counts as they do, one beyond 0 or the cap as that
     */
    public static LifeDistribution ofQuantiles(List<Double> levels, List<Double> quantiles, double cap) {
        var lives = new ArrayList<>(List.of(0.0));
        var shares = new ArrayList<>(List.of(0.0));
        for (int i = 0; i < levels.size() && lives.getLast() < cap; i++) {
            lives.add(Math.clamp(quantiles.get(i), lives.getLast(), cap));
            shares.add(levels.get(i));
        }
        if (lives.getLast() < cap) {
            lives.add(cap);
            shares.add(1.0);
        }
        return new LifeDistribution(lives, shares, cap);
    }

    /** Probability of a failure within a span; from the cap on what it was just before, which is the least it can be. */
    public double failureWithin(double span) {
        int next = after(span);
        if (next == 0 || next == lives.size()) {
            return next == 0 ? 0 : shares.getLast();
        }
        double from = lives.get(next - 1);
        double share = (span - from) / (lives.get(next) - from);
        return shares.get(next - 1) + share * (shares.get(next) - shares.get(next - 1));
    }

    /** Probability of a failure within a horizon, and whether more than that is unknown. */
    public Risk risk(double horizon) {
        double probability = failureWithin(horizon);
        return new Risk(horizon, probability, horizon >= cap && probability < 1);
    }

    /** The life that a share of such units does not reach; the cap: that long or longer. */
    public double quantile(double share) {
        int next = 0;
        while (next < shares.size() && shares.get(next) < share) {
            next++;
        }
        if (next == 0 || next == shares.size()) {
            return next == 0 ? lives.getFirst() : cap;
        }
        double from = shares.get(next - 1);
        double way = (share - from) / (shares.get(next) - from);
        return lives.get(next - 1) + way * (lives.get(next) - lives.get(next - 1));
    }

    /** How much of a span such units run on average; of the span beyond the cap nothing is counted. */
    public double lifeWithin(double span) {
        double end = Math.clamp(span, 0, cap);
        double sum = Math.min(end, lives.getFirst());
        for (int i = 1; i < lives.size() && lives.get(i - 1) < end; i++) {
            double to = Math.min(end, lives.get(i));
            double from = lives.get(i - 1);
            double share =
                    to == from ? 0 : (shares.get(i - 1) + (to < lives.get(i) ? failureWithin(to) : shares.get(i))) / 2;
            sum += (to - from) * (1 - share);
        }
        return sum + Math.max(0, end - lives.getLast()) * (1 - shares.getLast());
    }

    /** The place of the first point beyond a span. */
    private int after(double span) {
        int low = 0;
        int high = lives.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lives.get(middle) <= span) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
