package dev.millwright.vision.evaluation;

/**
 * How well marked pixels meet those that people marked, counted together over pictures.
 *
 * @param right marked by both
 * @param wrong marked by the model alone
 * @param missed marked by people alone
 * @param clear marked by none
 */
public record PixelScore(long right, long wrong, long missed, long clear) {
    public static final PixelScore NONE = new PixelScore(0, 0, 0, 0);

    /** The score of one picture. */
    public static PixelScore of(boolean[] told, boolean[] known) {
        if (told.length != known.length) {
            throw new IllegalArgumentException(
                    "%d pixels told, %d known\nGive both one size.".formatted(told.length, known.length));
        }
        var counts = new long[4];
        for (int i = 0; i < told.length; i++) {
            counts[(told[i] ? 0 : 2) + (known[i] ? 0 : 1)]++;
        }
        return new PixelScore(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Both together. */
    public PixelScore plus(PixelScore other) {
        return new PixelScore(right + other.right, wrong + other.wrong, missed + other.missed, clear + other.clear);
    }

    /** Intersection over union of what is marked; 1 where nothing is and nothing was told. */
    public double iou() {
        return share(right, right + wrong + missed);
    }

    /** The mean of that and of the same for what is not marked. */
    public double meanIou() {
        return (iou() + share(clear, clear + wrong + missed)) / 2;
    }

    /** The harmonic mean of precision and recall, of pixels. */
    public double f1() {
        return share(2 * right, 2 * right + wrong + missed);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }
}
