package dev.millwright.learning.vision;

import java.util.SplittableRandom;

/** Smooth chance: random numbers on a lattice, and between them smoothly (value noise). */
final class Grain {
    private Grain() {}

    /**
     * A square of numbers from 0 to 1.
     *
     * @param cells of the lattice, on a side
     */
    static float[] of(int side, int cells, SplittableRandom random) {
        var lattice = new float[(cells + 2) * (cells + 2)];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = random.nextFloat();
        }
        var grain = new float[side * side];
        for (int y = 0; y < side; y++) {
            float v = (float) y * cells / side;
            int top = (int) v;
            float down = eased(v - top);
            for (int x = 0; x < side; x++) {
                float u = (float) x * cells / side;
                int left = (int) u;
                int at = top * (cells + 2) + left;
                float right = eased(u - left);
                float upper = lattice[at] + right * (lattice[at + 1] - lattice[at]);
                float lower = lattice[at + cells + 2] + right * (lattice[at + cells + 3] - lattice[at + cells + 2]);
                grain[y * side + x] = upper + down * (lower - upper);
            }
        }
        return grain;
    }

    private static float eased(float share) {
        return share * share * (3 - 2 * share);
    }
}
