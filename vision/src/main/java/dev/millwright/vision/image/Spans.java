package dev.millwright.vision.image;

/**
 * Which old pixels each new pixel of a row is made of, and to what share: the triangle filter, as wide as a new pixel when
 * shrinking and as an old one when growing.
 */
final class Spans {
    private final int length;
    private final int[] at;
    private final float[] weights;

    private Spans(int length, int[] at, float[] weights) {
        this.length = length;
        this.at = at;
        this.weights = weights;
    }

    static Spans of(int from, int to) {
        double scale = from / (double) to;
        double radius = Math.max(1, scale);
        int length = (int) Math.ceil(2 * radius) + 1;
        var at = new int[to * length];
        var weights = new float[to * length];
        for (int x = 0; x < to; x++) {
            double centre = (x + 0.5) * scale - 0.5;
            int first = (int) Math.ceil(centre - radius);
            double sum = 0;
            for (int i = 0; i < length; i++) {
                int pixel = Math.clamp(first + i, 0, from - 1);
                double weight = Math.max(0, 1 - Math.abs(first + i - centre) / radius);
                at[x * length + i] = pixel;
                weights[x * length + i] = (float) weight;
                sum += weight;
            }
            for (int i = 0; i < length; i++) {
                weights[x * length + i] /= (float) sum;
            }
        }
        return new Spans(length, at, weights);
    }

    /** How many old pixels a new one is made of at most. */
    int length() {
        return length;
    }

    int at(int pixel, int i) {
        return at[pixel * length + i];
    }

    float weight(int pixel, int i) {
        return weights[pixel * length + i];
    }
}
