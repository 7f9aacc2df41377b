package dev.millwright.vision.generator;

import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Spoils a board: lets irregular spots of copper, or without copper, fall on random places until one makes the type of defect
 * asked for. What a spot makes is told by what lies around it: copper on bare board that touches one piece of copper is a spur,
 * that touches two is a short, and so on.
 */
final class Damage {
    private static final int TRIES = 20_000;
    /** Defects keep away from the edges and from each other, so that each is one of its kind. */
    private static final int RIM_PX = 26;

    private static final int APART_PX = 14;
    /** What changes fewer pixels is lost in the jitter of edges. */
    private static final int LEAST_AREA_PX = 24;
    /** Shorter contacts than this do not count, and make a defect doubtful. */
    private static final int LEAST_CONTACT_PX = 6;
    /** What lies nearer than this may touch in a camera's eyes. */
    private static final int GAP_PX = 3;
    /** Spurs stick out, and bites go in, by at least so much. */
    private static final int LEAST_REACH_PX = 3;

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
        boolean copper = isCopper(type);
        for (int i = 0; i < TRIES; i++) {
            int x = RIM_PX + random.nextInt(template.width - 2 * RIM_PX);
            int y = RIM_PX + random.nextInt(template.height - 2 * RIM_PX);
            if (template.at(x, y) != copper && isFree(x, y) && fits(type, x, y) && tryAt(type, x, y, copper)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCopper(DefectType type) {
        return switch (type) {
            case SHORT, SPUR, COPPER -> true;
            case OPEN, MOUSEBITE, PINHOLE -> false;
        };
    }

    private boolean isFree(int x, int y) {
        return defects.stream()
                .map(Defect::box)
                .noneMatch(box -> x > box.left() - 2 * APART_PX
                        && x < box.right() + 2 * APART_PX
                        && y > box.top() - 2 * APART_PX
                        && y < box.bottom() + 2 * APART_PX);
    }

    /** A quick look whether an edge is as near as this type wants it; most places are ruled out by it. */
    private boolean fits(DefectType type, int x, int y) {
        boolean same = template.at(x, y);
        boolean near = template.at(x - 6, y) != same
                || template.at(x + 6, y) != same
                || template.at(x, y - 6) != same
                || template.at(x, y + 6) != same;
        return switch (type) {
            case COPPER, PINHOLE -> !near;
            case SPUR, MOUSEBITE, OPEN -> near;
            case SHORT -> true;
        };
    }

    private boolean tryAt(DefectType type, int x, int y, boolean copper) {
        var splash =
                switch (type) {
                    case OPEN, SHORT ->
                        new Splash(random, 5 + 9 * random.nextDouble(), 1.8 + 2.2 * random.nextDouble());
                    case SPUR, MOUSEBITE ->
                        new Splash(random, 4 + 5 * random.nextDouble(), 2.5 + 2.5 * random.nextDouble());
                    case COPPER, PINHOLE ->
                        new Splash(random, 3 + 4.5 * random.nextDouble(), 2.5 + 3 * random.nextDouble());
                };
        var spot = Spot.of(template, splash, x, y, copper);
        if (spot.area() < LEAST_AREA_PX || spot.reach() < LEAST_REACH_PX || isDoubtful(spot)) {
            return false;
        }
        int touched = spot.contacts(1, LEAST_CONTACT_PX);
        var made =
                switch (touched) {
                    case 0 -> copper ? DefectType.COPPER : DefectType.PINHOLE;
                    case 1 -> copper ? DefectType.SPUR : DefectType.MOUSEBITE;
                    default -> copper ? DefectType.SHORT : DefectType.OPEN;
                };
        if (made != type) {
            return false;
        }
        spot.paint(board);
        defects.add(new Defect(type, spot.box()));
        return true;
    }

    /** Whether a contact is so short, or a gap so narrow, that people would argue about it. */
    private static boolean isDoubtful(Spot spot) {
        int touched = spot.contacts(1, LEAST_CONTACT_PX);
        return spot.contacts(1, 1) != touched || spot.contacts(GAP_PX, LEAST_CONTACT_PX) != touched;
    }
}
