package dev.millwright.learning.vision;

/** The eight ways to lay a square: turned by quarters, and mirrored first. */
final class Turns {
    /** How many there are. */
    static final int COUNT = 8;

    /** How many keep level lines level: halves of a turn, and mirrored. */
    static final int LEVEL = 4;

    private Turns() {}

    /** One of those that keep level lines level, from 0 to below {@link #LEVEL}. */
    static int level(int number) {
        return 2 * number;
    }

    /** Lays each layer of a square picture another way, in place. */
    static void lay(float[] picture, int at, int layers, int side, int turn) {
        var layer = new float[side * side];
        for (int l = 0; l < layers; l++) {
            int first = at + l * side * side;
            System.arraycopy(picture, first, layer, 0, layer.length);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    picture[first + to(x, y, side, turn)] = layer[y * side + x];
                }
            }
        }
    }

    /** Left, top, right and bottom as they are called when the picture lies another way. */
    static float[] margins(float left, float top, float right, float bottom, int turn) {
        float[] sides = turn >= 4 ? new float[] {right, top, left, bottom} : new float[] {left, top, right, bottom};
        for (int quarter = 0; quarter < turn % 4; quarter++) {
            // A quarter to the right: what was below is left now.
            sides = new float[] {sides[3], sides[0], sides[1], sides[2]};
        }
        return sides;
    }

    /** Where a pixel comes to lie: mirrored from left to right first, then turned to the right. */
    private static int to(int x, int y, int side, int turn) {
        int column = turn >= 4 ? side - 1 - x : x;
        int row = y;
        for (int quarter = 0; quarter < turn % 4; quarter++) {
            int before = column;
            column = side - 1 - row;
            row = before;
        }
        return row * side + column;
    }
}
