package dev.millwright.vision.anomaly;

import dev.millwright.inference.LargestProduct;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Patches of good images, as few as tell what good looks like (PatchCore, Roth 2022): greedily, each one the farthest from all
 * before (Sener and Savarese 2018).
 */
final class MemoryBank {
    private final int width;
    private final int size;
    /** Number after number, each of all patches. */
    private final float[] columns;

    /** The same, and as a last row half the square of each patch. */
    private final float[] searched;

    private MemoryBank(int width, int size, float[] columns) {
        this.width = width;
        this.size = size;
        this.columns = columns;
        searched = Arrays.copyOf(columns, (width + 1) * size);
        for (int i = 0; i < width * size; i++) {
            searched[width * size + i % size] += columns[i] * columns[i] / 2;
        }
    }

    /** A bank over numbers as {@link #columns} gives them. */
    static MemoryBank of(int width, float[] columns) {
        if (width < 1 || columns.length == 0 || columns.length % width != 0) {
            throw new IllegalArgumentException(
                    "%d numbers for patches of %d\nGive whole patches.".formatted(columns.length, width));
        }
        return new MemoryBank(width, columns.length / width, columns);
    }

    /**
     * Chooses patches.
     *
     * @param rows all patches, one after the other
     * @param width numbers of a patch
     * @param most how many are kept at most
     */
    static MemoryBank choose(float[] rows, int width, int most, long seed) {
        int count = rows.length / width;
        int size = Math.min(most, count);
        var all = columns(rows, width, count);
        var nearest = new float[count];
        Arrays.fill(nearest, Float.MAX_VALUE);
        var chosen = new float[size * width];
        int next = new SplittableRandom(seed).nextInt(count);
        var distances = new float[count];
        for (int i = 0; i < size; i++) {
            Arrays.fill(distances, 0);
            for (int c = 0; c < width; c++) {
                float value = rows[next * width + c];
                chosen[c * size + i] = value;
                add(distances, all[c], value);
            }
            next = farthest(nearest, distances);
        }
        return new MemoryBank(width, size, chosen);
    }

    private static void add(float[] distances, float[] all, float value) {
        for (int j = 0; j < distances.length; j++) {
            float difference = all[j] - value;
            distances[j] += difference * difference;
        }
    }

    private static int farthest(float[] nearest, float[] distances) {
        for (int j = 0; j < nearest.length; j++) {
            nearest[j] = Math.min(nearest[j], distances[j]);
        }
        int farthest = 0;
        for (int j = 1; j < nearest.length; j++) {
            farthest = nearest[j] > nearest[farthest] ? j : farthest;
        }
        return farthest;
    }

    private static float[][] columns(float[] rows, int width, int count) {
        var columns = new float[width][count];
        for (int row = 0; row < count; row++) {
            for (int c = 0; c < width; c++) {
                columns[c][row] = rows[row * width + c];
            }
        }
        return columns;
    }

    /** How far each row lies from the patch nearest to it: where its product less half the patch's square is largest. */
    float[] distances(float[] rows) {
        int count = rows.length / width;
        var extended = new float[count * (width + 1)];
        var squares = new float[count];
        for (int row = 0; row < count; row++) {
            for (int c = 0; c < width; c++) {
                float value = rows[row * width + c];
                extended[row * (width + 1) + c] = value;
                squares[row] += value * value;
            }
            extended[row * (width + 1) + width] = -1;
        }
        var largest = LargestProduct.of(extended, width + 1, searched);
        for (int row = 0; row < count; row++) {
            largest[row] = (float) Math.sqrt(Math.max(0, squares[row] - 2 * largest[row]));
        }
        return largest;
    }

    int width() {
        return width;
    }

    /** How many patches it holds. */
    int size() {
        return size;
    }

    float[] columns() {
        return columns;
    }
}
