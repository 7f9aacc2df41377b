package dev.millwright.vision.segmentation;

/**
 * How probable it is of each pixel that it is defective.
 *
 * @param width pixels
 * @param height pixels
 * @param probabilities row by row, 0 to 1
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Segmentation(int width, int height, float[] probabilities) {
    public Segmentation {
        if (width < 1 || height < 1 || probabilities.length != width * height) {
            throw new IllegalArgumentException("%d probabilities for %d x %d pixels\nGive one for each pixel."
                    .formatted(probabilities.length, width, height));
        }
    }

    /** The pixels that are at least so probable, row by row. */
    public boolean[] mask(double threshold) {
        var mask = new boolean[probabilities.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = probabilities[i] >= threshold;
        }
        return mask;
    }

    /** The same at another size: each pixel between the four nearest. */
    public Segmentation to(int otherWidth, int otherHeight) {
        if (otherWidth == width && otherHeight == height) {
            return this;
        }
        var other = new float[otherWidth * otherHeight];
        for (int y = 0; y < otherHeight; y++) {
            double v = Math.clamp((y + 0.5) * height / otherHeight - 0.5, 0, height - 1.0);
            int top = (int) v;
            int bottom = Math.min(top + 1, height - 1);
            for (int x = 0; x < otherWidth; x++) {
                double u = Math.clamp((x + 0.5) * width / otherWidth - 0.5, 0, width - 1.0);
                int left = (int) u;
                int right = Math.min(left + 1, width - 1);
                double upper = between(top * width + left, top * width + right, u - left);
                double lower = between(bottom * width + left, bottom * width + right, u - left);
                other[y * otherWidth + x] = (float) (upper + (v - top) * (lower - upper));
            }
        }
        return new Segmentation(otherWidth, otherHeight, other);
    }

    private double between(int one, int other, double share) {
        return probabilities[one] + share * (probabilities[other] - probabilities[one]);
    }
}
