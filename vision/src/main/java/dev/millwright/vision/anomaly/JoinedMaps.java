package dev.millwright.vision.anomaly;

import dev.millwright.inference.Tensor;

/** Maps of several resolutions put side by side at one: coarser ones are interpolated between their four nearest places. */
final class JoinedMaps {
    private final int width;
    private final int height;
    private final int channels;
    private final float[] values;
    private int filled;

    JoinedMaps(int width, int height, int channels) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        values = new float[width * height * channels];
    }

    /**
     * Puts a map beside those before.
     *
     * @param pooled whether each place takes the mean of itself and its eight neighbours (PatchCore, Roth 2022)
     */
    void add(Tensor map, boolean pooled) {
        int ownWidth = (int) map.shape()[3];
        int ownHeight = (int) map.shape()[2];
        int planes = (int) map.shape()[1];
        var plane = new float[ownWidth * ownHeight];
        var columns = Interpolation.of(ownWidth, width);
        var rows = Interpolation.of(ownHeight, height);
        for (int c = 0; c < planes; c++, filled++) {
            System.arraycopy(map.values(), c * plane.length, plane, 0, plane.length);
            put(pooled ? pooled(plane, ownWidth, ownHeight) : plane, ownWidth, columns, rows);
        }
    }

    private void put(float[] plane, int ownWidth, Interpolation columns, Interpolation rows) {
        for (int y = 0; y < height; y++) {
            int top = rows.first(y) * ownWidth;
            int bottom = rows.second(y) * ownWidth;
            float down = rows.share(y);
            int at = y * width * channels + filled;
            for (int x = 0; x < width; x++, at += channels) {
                int left = columns.first(x);
                int right = columns.second(x);
                float across = columns.share(x);
                float upper = plane[top + left] + across * (plane[top + right] - plane[top + left]);
                float lower = plane[bottom + left] + across * (plane[bottom + right] - plane[bottom + left]);
                values[at] = upper + down * (lower - upper);
            }
        }
    }

    /** The mean of three by three, of what lies inside at the rims. */
    private static float[] pooled(float[] plane, int width, int height) {
        var pooled = new float[plane.length];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - 1);
            int bottom = Math.min(height - 1, y + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(width - 1, x + 1);
                float sum = 0;
                for (int v = top; v <= bottom; v++) {
                    for (int u = left; u <= right; u++) {
                        sum += plane[v * width + u];
                    }
                }
                pooled[y * width + x] = sum / ((bottom - top + 1) * (right - left + 1));
            }
        }
        return pooled;
    }

    FeatureMap map() {
        return new FeatureMap(width, height, channels, values);
    }
}
