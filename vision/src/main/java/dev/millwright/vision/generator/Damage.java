package dev.millwright.vision.generator;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.image.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils a board: tries random places until one suits the type of defect asked for. */
final class Damage {
    private static final int TRIES = 20_000;
    /** Defects keep away from the edges and from each other, so that each is one of its kind. */
    private static final int RIM_PX = 26;

    private static final int APART_PX = 14;

    private final RandomGenerator random;
    private final Copper template;
    private final Copper board;
    private final List<Defect> defects = new ArrayList<>();

    Damage(RandomGenerator random, Copper template) {
        this.random = random;
        this.template = template;
        this.board = template.copy();
    }

    Copper board() {
        return board;
    }

    /** What was done, in boxes that hold just the changed pixels. */
    List<Defect> defects() {
        return defects;
    }

    /** Adds a defect; false when no place suits it. */
    boolean add(DefectType type) {
        for (int i = 0; i < TRIES; i++) {
            int x = RIM_PX + random.nextInt(template.width - 2 * RIM_PX);
            int y = RIM_PX + random.nextInt(template.height - 2 * RIM_PX);
            if (isFree(x, y) && tryAt(type, x, y)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int x, int y) {
        return defects.stream()
                .map(Defect::box)
                .noneMatch(box -> x > box.left() - 2 * APART_PX
                        && x < box.right() + 2 * APART_PX
                        && y > box.top() - 2 * APART_PX
                        && y < box.bottom() + 2 * APART_PX);
    }

    private boolean tryAt(DefectType type, int x, int y) {
        boolean down = random.nextBoolean();
        return switch (type) {
            case OPEN -> bridge(type, x, y, down, false, 12);
            case SHORT -> bridge(type, x, y, down, true, 20);
            case MOUSEBITE -> bump(type, x, y, down, false);
            case SPUR -> bump(type, x, y, down, true);
            case COPPER -> island(type, x, y, true, 10);
            case PINHOLE -> island(type, x, y, false, 8);
        };
    }

    /** Copper across a gap, or a gap across copper: between two straight edges that face each other. */
    private boolean bridge(DefectType type, int x, int y, boolean down, boolean copper, int widest) {
        int dx = down ? 0 : 1;
        int dy = down ? 1 : 0;
        if (template.at(x, y) == copper) {
            return false;
        }
        int before = template.run(x, y, -dx, -dy, !copper, widest + 1);
        int after = template.run(x, y, dx, dy, !copper, widest + 1);
        int across = before + after - 1;
        if (across < 5 || across > widest || !isStraight(x, y, dx, dy, !copper, before, after)) {
            return false;
        }
        int thick = 3 + random.nextInt(2);
        int fromX = x - (before - 1) * dx - thick * dy;
        int fromY = y - (before - 1) * dy - thick * dx;
        int toX = x + after * dx + thick * dy;
        int toY = y + after * dy + thick * dx;
        return change(type, fromX, fromY, toX, toY, () -> board.rectangle(fromX, fromY, toX, toY, copper));
    }

    /** Whether both edges run on alike for ten pixels to either side, with solid ground behind them. */
    private boolean isStraight(int x, int y, int dx, int dy, boolean kind, int before, int after) {
        for (int side = -10; side <= 10; side++) {
            int sideX = x + side * dy;
            int sideY = y + side * dx;
            if (template.run(sideX, sideY, -dx, -dy, kind, before + 1) != before
                    || template.run(sideX, sideY, dx, dy, kind, after + 1) != after
                    || template.run(sideX - before * dx, sideY - before * dy, -dx, -dy, !kind, 4) < 4
                    || template.run(sideX + after * dx, sideY + after * dy, dx, dy, !kind, 4) < 4) {
                return false;
            }
        }
        return true;
    }

    /** Half an ellipse on a straight edge: copper sticking out, or bitten out. */
    private boolean bump(DefectType type, int x, int y, boolean down, boolean copper) {
        int dx = down ? 0 : 1;
        int dy = down ? 1 : 0;
        int sign = random.nextBoolean() ? 1 : -1;
        int deep = copper ? 5 + random.nextInt(2) : 4;
        int spare = copper ? 5 : 3;
        for (int side = -10; side <= 10; side++) {
            int sideX = x + side * dy;
            int sideY = y + side * dx;
            if (template.run(sideX, sideY, sign * dx, sign * dy, !copper, deep + spare) < deep + spare
                    || template.run(sideX - sign * dx, sideY - sign * dy, -sign * dx, -sign * dy, copper, 5) < 5) {
                return false;
            }
        }
        double along = 4.5 + random.nextDouble() * 2;
        double radiusX = down ? along : deep;
        double radiusY = down ? deep : along;
        return change(
                type,
                (int) (x - radiusX),
                (int) (y - radiusY),
                (int) (x + radiusX) + 1,
                (int) (y + radiusY) + 1,
                () -> board.ellipse(x, y, radiusX, radiusY, copper));
    }

    private boolean island(DefectType type, int x, int y, boolean copper, int clear) {
        if (!template.isAll(x, y, clear, !copper)) {
            return false;
        }
        double radiusX = 3 + random.nextDouble() * (clear - 7);
        double radiusY = 3.5 + random.nextDouble() * (clear - 7);
        return change(
                type,
                (int) (x - radiusX),
                (int) (y - radiusY),
                (int) (x + radiusX) + 1,
                (int) (y + radiusY) + 1,
                () -> board.ellipse(x, y, radiusX, radiusY, copper));
    }

    /** Does it, and notes the box of the pixels that changed. */
    private boolean change(DefectType type, int left, int top, int right, int bottom, Runnable stroke) {
        stroke.run();
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = -1;
        int maxY = -1;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (board.at(x, y) != template.at(x, y)) {
                    minX = Math.min(minX, x);
                    minY = Math.min(minY, y);
                    maxX = Math.max(maxX, x);
                    maxY = Math.max(maxY, y);
                }
            }
        }
        defects.add(new Defect(type, new Box(minX, minY, maxX + 1, maxY + 1)));
        return true;
    }
}
