package dev.millwright.vision.anomaly;

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

    private final PackedMatrix packed;
    /** Half the square of each patch, strip by strip; beyond the last one as good as infinite. */
    private final float[][] halves;

    private MemoryBank(int width, int size, float[] columns) {
        this.width = width;
        this.size = size;
        this.columns = columns;
        packed = PackedMatrix.of(columns, width, size);
        halves = new float[packed.strips()][packed.strip()];
        for (int strip = 0; strip < halves.length; strip++) {
            Arrays.fill(halves[strip], packed.width(strip), packed.strip(), Float.MAX_VALUE);
            for (int j = 0; j < packed.width(strip); j++) {
                for (int c = 0; c < width; c++) {
                    float value = columns[c * size + strip * packed.strip() + j];
                    halves[strip][j] += value * value / 2;
                }
            }
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

    /** How far each row lies from the patch nearest to it. */
    float[] distances(float[] rows) {
        int count = rows.length / width;
        var least = new float[count];
        Arrays.fill(least, Float.MAX_VALUE);
        var products = new float[packed.strip()];
        for (int strip = 0; strip < packed.strips(); strip++) {
            for (int row = 0; row < count; row++) {
                packed.row(rows, row * width, strip, products);
                least[row] = Math.min(least[row], least(products, halves[strip]));
            }
        }
        for (int row = 0; row < count; row++) {
            float own = 0;
            for (int c = 0; c < width; c++) {
                own += rows[row * width + c] * rows[row * width + c];
            }
            least[row] = (float) Math.sqrt(Math.max(0, own + 2 * least[row]));
        }
        return least;
    }

    /** Half of what a patch's square exceeds twice its product by. */
    private static float least(float[] products, float[] halves) {
        float least = Float.MAX_VALUE;
        for (int j = 0; j < products.length; j++) {
            least = Math.min(least, halves[j] - products[j]);
        }
        return least;
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
