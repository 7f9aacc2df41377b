package dev.millwright.vision.surface;

import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Scaling;

/** What a model is shown of a picture: three planes at its own size, black -1 and white 1. */
public final class SurfaceInput {
    /** Red, green and blue. */
    public static final int PLANES = 3;

    private static final float HALF = 127.5f;

    private SurfaceInput() {}

    /** How many numbers a picture of this side has. */
    public static int length(int side) {
        return PLANES * side * side;
    }

    /** Writes a picture, whatever its proportions, plane after plane. */
    public static void write(ColourFrame picture, int side, float[] into, int at) {
        plane(picture.red(), side, into, at);
        if (picture.isGrey()) {
            System.arraycopy(into, at, into, at + side * side, side * side);
            System.arraycopy(into, at, into, at + 2 * side * side, side * side);
        } else {
            plane(picture.green(), side, into, at + side * side);
            plane(picture.blue(), side, into, at + 2 * side * side);
        }
    }

    private static void plane(Frame plane, int side, float[] into, int at) {
        var scaled = Scaling.to(plane, side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                into[at + y * side + x] = scaled.grey(x, y) / HALF - 1;
            }
        }
    }
}
