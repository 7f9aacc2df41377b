package dev.millwright.vision.quality;

import dev.millwright.inference.drift.PopulationStability;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What good pictures of a camera are like.
 *
 * @param pictures it was learned from
 * @param falseRefusals share of good pictures that may be refused
 * @param greys mean shares of pixels in 16 equal steps of grey
 * @param limits by trait; {@link Trait#MATCH} is missing where pictures came without templates
 */
public record PictureReference(
        int pictures, int widthPx, int heightPx, double falseRefusals, List<Double> greys, Map<Trait, Limit> limits) {
    /** From fewer pictures nothing can be said about what is usual. */
    public static final int LEAST_PICTURES = 20;
    /** Shares of pixels are compared as if so many independent ones had been seen. */
    private static final int GRAINS = 1000;

    public PictureReference {
        greys = List.copyOf(greys);
        limits = Map.copyOf(limits);
    }

    /**
     * Learns from measures of good pictures of one size.
     *
     * @param falseRefusals the share of good pictures that may be refused, all traits together, such as 0.005
     */
    public static PictureReference learn(List<PictureMeasures> good, double falseRefusals) {
        if (good.size() < LEAST_PICTURES) {
            throw new IllegalArgumentException(
                    good.size() + " good pictures\nGive at least " + LEAST_PICTURES + " to learn what is usual.");
        }
        if (!(falseRefusals > 0 && falseRefusals <= 0.1)) {
            throw new IllegalArgumentException("falseRefusals " + falseRefusals + "\nGive a share above 0, up to 0.1.");
        }
        var first = good.getFirst();
        for (var measures : good) {
            if (measures.widthPx() != first.widthPx() || measures.heightPx() != first.heightPx()) {
                throw new IllegalArgumentException("pictures of " + first.widthPx() + " x " + first.heightPx() + " and "
                        + measures.widthPx() + " x " + measures.heightPx() + " pixels\nLearn from one size at a time.");
            }
        }
        var greys = mean(good, null);
        var limits = new EnumMap<Trait, Limit>(Trait.class);
        for (var trait : Trait.values()) {
            double[] values = good.stream()
                    .mapToDouble(measures -> trait == Trait.UNLIKENESS
                            // Against the others, as a new picture will be.
                            ? unlikeness(measures, mean(good, measures))
                            : trait.value(measures))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length == good.size()) {
                limits.put(trait, Limit.of(trait, values, falseRefusals / Trait.values().length));
            }
        }
        return new PictureReference(good.size(), first.widthPx(), first.heightPx(), falseRefusals, greys, limits);
    }

    /** The value of a trait; no number where the measures lack it. */
    double value(Trait trait, PictureMeasures measures) {
        return trait == Trait.UNLIKENESS ? unlikeness(measures, greys) : trait.value(measures);
    }

    private static double unlikeness(PictureMeasures measures, List<Double> usual) {
        var counts = new long[usual.size()];
        for (int step = 0; step < counts.length; step++) {
            counts[step] = Math.round(GRAINS * measures.greys().get(step));
        }
        return PopulationStability.of(usual, counts);
    }

    @SuppressWarnings("ReferenceEquality") // leaves out this very picture, not those that happen to measure the same
    private static List<Double> mean(List<PictureMeasures> good, @Nullable PictureMeasures without) {
        var sums = new double[PictureMeasures.GREY_STEPS];
        int count = 0;
        for (var measures : good) {
            if (measures != without) {
                for (int step = 0; step < sums.length; step++) {
                    sums[step] += measures.greys().get(step);
                }
                count++;
            }
        }
        var mean = new ArrayList<Double>();
        for (double sum : sums) {
            mean.add(sum / count);
        }
        return mean;
    }
}
