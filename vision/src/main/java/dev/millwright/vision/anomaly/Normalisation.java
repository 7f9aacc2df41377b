package dev.millwright.vision.anomaly;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backbone's pictures go through before it sees them, and whether its maps are still to be pooled.
 *
 * @param mean taken from red, green and blue, which lie between 0 and 1
 * @param deviation by which each is then divided
 * @param pooled whether each place of a map takes the mean of itself and its eight neighbours
 */
public record Normalisation(List<Float> mean, List<Float> deviation, boolean pooled) {
    /** Of networks trained on ImageNet by torchvision and most others. */
    public static final Normalisation IMAGENET =
            new Normalisation(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f), true);

    /** Keys of a model card's provenance. */
    private static final String MEAN = "input_mean";

    private static final String DEVIATION = "input_deviation";
    private static final String POOLED = "pool_features";

    public Normalisation {
        if (mean.size() != 3 || deviation.size() != 3 || deviation.stream().anyMatch(each -> !(each > 0))) {
            throw new IllegalArgumentException("mean " + mean + ", deviation " + deviation
                    + "\nGive three numbers each, for red, green and blue, deviations above 0.");
        }
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** As a model card's provenance names it. */
    public static Normalisation of(Map<String, String> provenance) {
        return new Normalisation(
                numbers(MEAN, provenance.get(MEAN)),
                numbers(DEVIATION, provenance.get(DEVIATION)),
                Boolean.parseBoolean(provenance.get(POOLED)));
    }

    /** For a model card's provenance. */
    public Map<String, String> provenance() {
        return Map.of(MEAN, text(mean), DEVIATION, text(deviation), POOLED, Boolean.toString(pooled));
    }

    /** Red, green and blue plane as the backbone takes them. */
    public float[] apply(float[] planes) {
        var normal = new float[planes.length];
        int plane = planes.length / 3;
        for (int colour = 0; colour < 3; colour++) {
            float less = mean.get(colour);
            float scale = 1 / deviation.get(colour);
            for (int i = colour * plane; i < (colour + 1) * plane; i++) {
                normal[i] = (planes[i] - less) * scale;
            }
        }
        return normal;
    }

    private static List<Float> numbers(String key, @Nullable String text) {
        try {
            return List.of(text == null ? "" : text).stream()
                    .flatMap(all -> List.of(all.split(" ")).stream())
                    .map(Float::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s '%s' in a backbone's card\nGive three numbers with blanks between, in its provenance."
                            .formatted(key, text),
                    e);
        }
    }

    private static String text(List<Float> numbers) {
        return numbers.get(0) + " " + numbers.get(1) + " " + numbers.get(2);
    }
}
