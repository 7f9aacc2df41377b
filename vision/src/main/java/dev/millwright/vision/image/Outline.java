package dev.millwright.vision.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The outer edge of a mask as a polygon: followed along the pixels' edges, then thinned out (Douglas and Peucker, 1973). */
public final class Outline {

    private static final double TOLERANCE_PX = 0.75;
    private static final int MOST_PIECES = 8;
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private Outline() {}

    /** Of a mask's pieces, the largest first; those that would be the last of many are left out. */
    public static List<List<Offset>> ofPieces(Mask mask) {
        return mask.pieces(MOST_PIECES).stream().map(Outline::of).toList();
    }

    /** Of a mask in one piece; its corners in order, on the corners of pixels. */
    public static List<Offset> of(Mask mask) {
        var corners = corners(mask);
        int opposite = farthest(corners);
        var kept = new boolean[corners.size()];
        kept[0] = true;
        kept[opposite] = true;
        thin(corners, kept, 0, opposite);
        thin(corners, kept, opposite, corners.size());
        var outline = new ArrayList<Offset>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                outline.add(new Offset(
                        mask.left() + corners.get(i).x(),
                        mask.top() + corners.get(i).y()));
            }
        }
        return outline;
    }

    /** All corners, clockwise from the highest pixel: the region lies to the right of the way. */
    private static List<Offset> corners(Mask mask) {
        int first = 0;
        while (!mask.inside()[first]) {
            first++;
        }
        int startX = first % mask.width();
        int startY = first / mask.width();
        int x = startX;
        int y = startY;
        int heading = 0;
        var corners = new ArrayList<Offset>();
        corners.add(new Offset(x, y));
        do {
            x += DX[heading];
            y += DY[heading];
            int turn = turn(mask, x, y, heading);
            if (turn != 0) {
                heading = heading + turn & 3;
                corners.add(new Offset(x, y));
            }
        } while (x != startX || y != startY || heading != 0);
        corners.removeLast();
        return corners;
    }

    /** 1 to the right, 3 to the left, 0 straight on. */
    private static int turn(Mask mask, int x, int y, int heading) {
        boolean right =
                switch (heading) {
                    case 0 -> mask.at(x, y);
                    case 1 -> mask.at(x - 1, y);
                    case 2 -> mask.at(x - 1, y - 1);
                    default -> mask.at(x, y - 1);
                };
        boolean left =
                switch (heading) {
                    case 0 -> mask.at(x, y - 1);
                    case 1 -> mask.at(x, y);
                    case 2 -> mask.at(x - 1, y);
                    default -> mask.at(x - 1, y - 1);
                };
        return !right ? 1 : left ? 3 : 0;
    }

    private static int farthest(List<Offset> corners) {
        int farthest = 0;
        double most = -1;
        for (int i = 0; i < corners.size(); i++) {
            double away = Math.hypot(
                    corners.get(i).x() - corners.getFirst().x(),
                    corners.get(i).y() - corners.getFirst().y());
            if (away > most) {
                most = away;
                farthest = i;
            }
        }
        return farthest;
    }

    /** Keeps of the corners between two those without which the way would be off by more than the tolerance. */
    private static void thin(List<Offset> corners, boolean[] kept, int from, int to) {
        var open = new ArrayDeque<int[]>();
        open.push(new int[] {from, to});
        while (!open.isEmpty()) {
            int[] stretch = open.pop();
            int farthest = farthest(corners, stretch[0], stretch[1]);
            if (farthest >= 0) {
                kept[farthest] = true;
                open.push(new int[] {stretch[0], farthest});
                open.push(new int[] {farthest, stretch[1]});
            }
        }
    }

    /** The corner that lies farthest off the straight way; -1 when none is worth keeping. */
    private static int farthest(List<Offset> corners, int from, int to) {
        var begin = corners.get(from);
        var end = corners.get(to % corners.size());
        int farthest = -1;
        double most = TOLERANCE_PX;
        for (int i = from + 1; i < to; i++) {
            double away = away(corners.get(i), begin, end);
            if (away > most) {
                most = away;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double away(Offset corner, Offset begin, Offset end) {
        double dx = end.x() - begin.x();
        double dy = end.y() - begin.y();
        double length = Math.hypot(dx, dy);
        return length == 0
                ? Math.hypot(corner.x() - begin.x(), corner.y() - begin.y())
                : Math.abs(dx * (corner.y() - begin.y()) - dy * (corner.x() - begin.x())) / length;
    }
}
