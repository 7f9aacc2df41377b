package dev.millwright.vision.quality;

import dev.millwright.vision.image.Frame;

/** A small frame with summed-area tables (Crow, 1984), so that the mean and variance of any part cost four look-ups. */
final class SummedFrame {
    private final int width;
    private final int height;
    private final int[] greys;
    private final long[] sums;
    private final long[] squares;

    SummedFrame(Frame frame) {
        width = frame.width();
        height = frame.height();
        greys = new int[width * height];
        sums = new long[(width + 1) * (height + 1)];
        squares = new long[sums.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = frame.grey(x, y);
                int above = y * (width + 1) + x;
                int here = above + width + 1;
                greys[y * width + x] = grey;
                sums[here + 1] = grey + sums[here] + sums[above + 1] - sums[above];
                squares[here + 1] = (long) grey * grey + squares[here] + squares[above + 1] - squares[above];
            }
        }
    }

    /** The correlation with another frame of this size, moved right and down, over what both show; 1 for equals. */
    double correlation(SummedFrame other, int dx, int dy) {
        int left = Math.max(0, dx);
        int right = Math.min(width, width + dx);
        int top = Math.max(0, dy);
        int bottom = Math.min(height, height + dy);
        long product = 0;
        for (int y = top; y < bottom; y++) {
            product += rowProduct(greys, y * width + left, other.greys, (y - dy) * width + left - dx, right - left);
        }
        double count = (double) (right - left) * (bottom - top);
        double mine = area(sums, left, top, right, bottom);
        double its = area(other.sums, left - dx, top - dy, right - dx, bottom - dy);
        double variance = area(squares, left, top, right, bottom) - mine * mine / count;
        double variances = area(other.squares, left - dx, top - dy, right - dx, bottom - dy) - its * its / count;
        if (variance < 1 || variances < 1) {
            // Two frames without any contrast agree.
            return variance < 1 && variances < 1 ? 1 : 0;
        }
        return (product - mine * its / count) / Math.sqrt(variance * variances);
    }

    /** In ints, which processors multiply many at a time; a row of 33,000 pixels would overflow, a small frame has none. */
    private static int rowProduct(int[] one, int from, int[] other, int start, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[from + i] * other[start + i];
        }
        return sum;
    }

    private double area(long[] table, int left, int top, int right, int bottom) {
        int stride = width + 1;
        return table[bottom * stride + right]
                - table[top * stride + right]
                - table[bottom * stride + left]
                + table[top * stride + left];
    }
}
