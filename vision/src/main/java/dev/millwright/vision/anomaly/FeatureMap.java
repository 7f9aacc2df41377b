package dev.millwright.vision.anomaly;

/**
 * What a network sees at each place of a picture.
 *
 * @param width places in a row
 * @param height rows of places
 * @param channels numbers at each place
 * @param values place by place, row by row, all numbers of a place side by side
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record FeatureMap(int width, int height, int channels, float[] values) {
    public FeatureMap {
        if (width < 1 || height < 1 || channels < 1 || values.length != width * height * channels) {
            throw new IllegalArgumentException(
                    "%d values for %d x %d places of %d channels\nGive one for each channel of each place."
                            .formatted(values.length, width, height, channels));
        }
    }

    /** How many places there are. */
    public int places() {
        return width * height;
    }
}
