package dev.millwright.vision.anomaly;

/**
 * How unlike anything good each pixel is.
 *
 * @param width pixels
 * @param height pixels
 * @param values row by row, the larger the less like a good image; 0 is exactly like one
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record AnomalyMap(int width, int height, float[] values) {
    /** Standard deviations a Gaussian reaches to. */
    private static final int REACH = 3;

    public AnomalyMap {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException(
                    "%d values for a map of %d x %d\nGive one for each pixel.".formatted(values.length, width, height));
        }
    }

    public float at(int x, int y) {
        return values[y * width + x];
    }

    float least() {
        float least = Float.MAX_VALUE;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** The value between the four nearest places. */
    float between(double x, double y) {
        double u = Math.clamp(x, 0, width - 1.0);
        double v = Math.clamp(y, 0, height - 1.0);
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        float across = (float) (u - left);
        float down = (float) (v - top);
        float upper = at(left, top) + across * (at(right, top) - at(left, top));
        float lower = at(left, bottom) + across * (at(right, bottom) - at(left, bottom));
        return upper + down * (lower - upper);
    }

    /** Laid over a picture of this size, between the four nearest places. */
    public AnomalyMap stretched(int toWidth, int toHeight) {
        var stretched = new float[toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                stretched[y * toWidth + x] =
                        between((x + 0.5) * width / toWidth - 0.5, (y + 0.5) * height / toHeight - 0.5);
            }
        }
        return new AnomalyMap(toWidth, toHeight, stretched);
    }

    /** Smoothed by a Gaussian of this standard deviation in places; the rims are continued outwards. */
    AnomalyMap smoothed(double deviation) {
        if (deviation == 0) {
            return this;
        }
        int reach = (int) Math.ceil(REACH * deviation);
        var kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-0.5 * i * i / (deviation * deviation));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        var across = along(values, kernel, reach, 1, 0);
        return new AnomalyMap(width, height, along(across, kernel, reach, 0, 1));
    }

    private float[] along(float[] from, float[] kernel, int reach, int stepX, int stepY) {
        var to = new float[from.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    int u = Math.clamp(x + i * stepX, 0, width - 1);
                    int v = Math.clamp(y + i * stepY, 0, height - 1);
                    sum += kernel[i + reach] * from[v * width + u];
                }
                to[y * width + x] = sum;
            }
        }
        return to;
    }
}
