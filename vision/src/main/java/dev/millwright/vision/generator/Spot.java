package dev.millwright.vision.generator;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Mask;
import java.util.ArrayList;
import java.util.List;

/** The pixels that a splash changes. */
final class Spot {
    /** Around the changed pixels there is room for the ring that is looked at. */
    private static final int MARGIN_PX = 5;

    private final Copper template;
    private final boolean copper;
    private final int left;
    private final int top;
    private final int side;
    private final boolean[] changed;

    private Spot(Copper template, boolean copper, int left, int top, int side, boolean[] changed) {
        this.template = template;
        this.copper = copper;
        this.left = left;
        this.top = top;
        this.side = side;
        this.changed = changed;
    }

    static Spot of(Copper template, Splash splash, int x, int y, boolean copper) {
        int reach = splash.reach() + MARGIN_PX;
        int side = 2 * reach + 1;
        var changed = new boolean[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                changed[row * side + column] = splash.covers(column - reach, row - reach)
                        && template.at(x - reach + column, y - reach + row) != copper;
            }
        }
        return new Spot(template, copper, x - reach, y - reach, side, changed);
    }

    int area() {
        int area = 0;
        for (boolean pixel : changed) {
            area += pixel ? 1 : 0;
        }
        return area;
    }

    private boolean isChanged(int column, int row) {
        return column >= 0 && row >= 0 && column < side && row < side && changed[row * side + column];
    }

    /** How far its remotest pixel lies from ground of the other kind, at most 4. */
    int reach() {
        int most = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (isChanged(column, row)) {
                    int reach = 1;
                    while (reach < 4 && !isNear(left + column, top + row, reach)) {
                        reach++;
                    }
                    most = Math.max(most, reach);
                }
            }
        }
        return most;
    }

    private boolean isNear(int x, int y, int distance) {
        for (int row = y - distance; row <= y + distance; row++) {
            for (int column = x - distance; column <= x + distance; column++) {
                if (template.at(column, row) == copper) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Pieces of ground like the spot itself along a ring around it.
     *
     * @param distancePx how far the ring lies from the spot, at most 4
     * @param leastPx shorter pieces do not count
     */
    int contacts(int distancePx, int leastPx) {
        var ring = new boolean[side * side];
        for (int row = 1; row < side - 1; row++) {
            for (int column = 1; column < side - 1; column++) {
                ring[row * side + column] = touches(column, row, distancePx)
                        && !touches(column, row, distancePx - 1)
                        && template.at(left + column, top + row) == copper;
            }
        }
        int pieces = 0;
        for (int i = 0; i < ring.length; i++) {
            if (ring[i] && flood(ring, i) >= leastPx) {
                pieces++;
            }
        }
        return pieces;
    }

    private boolean touches(int column, int row, int distance) {
        for (int dy = -distance; dy <= distance; dy++) {
            for (int dx = -distance; dx <= distance; dx++) {
                if (isChanged(column + dx, row + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int flood(boolean[] ring, int from) {
        var waiting = new ArrayList<Integer>(List.of(from));
        ring[from] = false;
        int found = 0;
        while (!waiting.isEmpty()) {
            int at = waiting.removeLast();
            found++;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int next = at + dy * side + dx;
                    if (ring[next]) {
                        ring[next] = false;
                        waiting.add(next);
                    }
                }
            }
        }
        return found;
    }

    void paint(Copper board) {
        for (int i = 0; i < changed.length; i++) {
            if (changed[i]) {
                board.put(left + i % side, top + i / side, copper);
            }
        }
    }

    Box box() {
        return new Mask(left, top, side, side, changed).box();
    }
}
