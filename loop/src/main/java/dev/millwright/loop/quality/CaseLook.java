package dev.millwright.loop.quality;

import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Scaling;

/** What the surroundings of a finding look like, in 16 x 16 greys, and how alike two such views are whichever way they lie. */
final class CaseLook {

    private static final int SIDE = 16;
    private static final int LEAST_SIDE_PX = 32;
    private static final double SURROUNDINGS = 1.5;
    private static final int TURNS = 8;

    private CaseLook() {}

    /** The square around a box, half as large again, within the frame. */
    static byte[] of(Frame frame, dev.millwright.plant.Box box) {
        int wanted = (int) Math.ceil(Math.max(LEAST_SIDE_PX, SURROUNDINGS * Math.max(box.width(), box.height())));
        int side = Math.min(wanted, Math.min(frame.width(), frame.height()));
        int left = Math.clamp(box.x() + (box.width() - side) / 2L, 0, frame.width() - side);
        int top = Math.clamp(box.y() + (box.height() - side) / 2L, 0, frame.height() - side);
        return Scaling.to(frame.cut(new Box(left, top, left + side, top + side)), SIDE, SIDE)
                .pixels();
    }

    /**
     * How alike two cases look: the mean correlation of both views, at the turn or mirroring that fits best.
     *
     * @return from -1 to 1
     */
    static double alikeness(byte[] picture, byte[] template, byte[] otherPicture, byte[] otherTemplate) {
        double best = -1;
        for (int turn = 0; turn < TURNS; turn++) {
            double here = (correlation(picture, otherPicture, turn)
                            + correlation(difference(picture, template), difference(otherPicture, otherTemplate), turn))
                    / 2;
            best = Math.max(best, here);
        }
        return best;
    }

    private static byte[] difference(byte[] picture, byte[] template) {
        var difference = new byte[picture.length];
        for (int i = 0; i < picture.length; i++) {
            difference[i] = (byte) (((picture[i] & 0xff) - (template[i] & 0xff)) / 2 + 127);
        }
        return difference;
    }

    /** Pearson's; 0 where one of both shows nothing. */
    private static double correlation(byte[] first, byte[] second, int turn) {
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double a = first[y * SIDE + x] & 0xff;
                double b = second[turned(x, y, turn)] & 0xff;
                sumA += a;
                sumB += b;
                squaresA += a * a;
                squaresB += b * b;
                products += a * b;
            }
        }
        int pixels = SIDE * SIDE;
        double varianceA = squaresA - sumA * sumA / pixels;
        double varianceB = squaresB - sumB * sumB / pixels;
        return varianceA < 1 || varianceB < 1
                ? 0
                : (products - sumA * sumB / pixels) / Math.sqrt(varianceA * varianceB);
    }

    /** Where a pixel comes to lie by one of the eight ways to lay a square on itself. */
    private static int turned(int x, int y, int turn) {
        int u = (turn & 1) == 0 ? x : SIDE - 1 - x;
        int v = (turn & 2) == 0 ? y : SIDE - 1 - y;
        return (turn & 4) == 0 ? v * SIDE + u : u * SIDE + v;
    }
}
