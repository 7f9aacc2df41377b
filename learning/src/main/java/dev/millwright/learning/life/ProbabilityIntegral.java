package dev.millwright.learning.life;

import dev.millwright.learning.life.HeldOut.Judged;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was foretold of lives against how they came, at all levels at once: where each true life lay in its own distribution.
 * Of a calibrated model that is spread evenly from 0 to 1 (probability integral transform). A life at the cap, or at once,
 * lies on a jump of the distribution and is spread over it (Czado, Gneiting and Held 2009).
 *
 * @param low where each life's place begins, and {@code high} where it ends
 */
public record ProbabilityIntegral(List<Double> low, List<Double> high) {
    /** A step that is none, to look below a jump. */
    private static final double BELOW = 1e-9;

    private static final int LEVELS = 9;

    public ProbabilityIntegral {
        low = List.copyOf(low);
        high = List.copyOf(high);
        if (low.isEmpty() || low.size() != high.size()) {
            throw new IllegalArgumentException("%d beginnings and %d ends\nGive as many of each, one at least."
                    .formatted(low.size(), high.size()));
        }
    }

    /** Of units held out, each by a distribution found without it. */
    public static ProbabilityIntegral of(HeldOut held) {
        return of(held.judged());
    }

    /** Of any lives that were foretold. */
    public static ProbabilityIntegral of(List<Judged> judged) {
        return new ProbabilityIntegral(
                judged.stream().map(ProbabilityIntegral::below).toList(),
                judged.stream().map(ProbabilityIntegral::upTo).toList());
    }

    private static double below(Judged judged) {
        return judged.life() <= 0
                ? 0
                : judged.distribution()
                        .failureWithin(
                                judged.life() - BELOW * judged.distribution().cap());
    }

    private static double upTo(Judged judged) {
        return judged.life() >= judged.distribution().cap()
                ? 1
                : judged.distribution().failureWithin(judged.life());
    }

    /** The share of lives that came at or before the given share of their distributions. */
    public double upTo(double share) {
        double sum = 0;
        for (int i = 0; i < low.size(); i++) {
            double width = high.get(i) - low.get(i);
            double part = width > 0 ? (share - low.get(i)) / width : share >= high.get(i) ? 1 : 0;
            sum += Math.clamp(part, 0, 1);
        }
        return sum / low.size();
    }

    /** The share of lives within the middle interval that was to hold so many. */
    public double coverage(double nominal) {
        return upTo((1 + nominal) / 2) - upTo((1 - nominal) / 2);
    }

    /** By how much coverage is off on average, from 10 to 90 %. */
    public double error() {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToDouble(level -> level / (LEVELS + 1.0))
                .map(level -> Math.abs(coverage(level) - level))
                .average()
                .orElseThrow();
    }
}
