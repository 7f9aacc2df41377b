package dev.millwright.vision.dense;

import dev.millwright.vision.difference.BitMask;
import dev.millwright.vision.difference.Comparison;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.util.List;

/** What a dense detector is shown of a picture: planes of one size, black -1, white 1, and 0 beyond the picture's edges. */
public final class DenseInput {
    /** Sides are filled up to a multiple of so many pixels, for the network halves them so often. */
    public static final int MULTIPLE = 32;

    private static final float HALF = 127.5f;

    private DenseInput() {}

    /** Red, green and blue. */
    public static List<Frame> of(ColourFrame picture) {
        return List.of(picture.red(), picture.green(), picture.blue());
    }

    /** Copper of a board, copper of the template that was laid over it, and where both differ: white each. */
    public static List<Frame> of(Comparison comparison) {
        var image = comparison.image();
        var template = comparison.template();
        return List.of(
                frame(image),
                frame(template),
                frame(image.andNot(template).or(template.andNot(image)).and(comparison.valid())));
    }

    /** Pixels of a side, filled up. */
    public static int filled(int pixels) {
        return (pixels + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    /** Writes a part of a picture, plane after plane and row after row; it may reach beyond the picture. */
    public static void write(List<Frame> planes, int left, int top, int width, int height, float[] into, int at) {
        int first = at;
        for (var plane : planes) {
            if (plane.width() != planes.getFirst().width()
                    || plane.height() != planes.getFirst().height()) {
                throw new IllegalArgumentException(
                        "planes of %s and %s\nGive planes of one size.".formatted(planes.getFirst(), plane));
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int column = left + x;
                    int row = top + y;
                    boolean inside = column >= 0 && column < plane.width() && row >= 0 && row < plane.height();
                    into[first + y * width + x] = inside ? plane.grey(column, row) / HALF - 1 : 0;
                }
            }
            first += width * height;
        }
    }

    private static Frame frame(BitMask mask) {
        var pixels = new byte[mask.width * mask.height];
        for (int y = 0; y < mask.height; y++) {
            for (int x = 0; x < mask.width; x++) {
                pixels[y * mask.width + x] = (byte) (mask.get(x, y) ? 255 : 0);
            }
        }
        return Frame.of(mask.width, mask.height, pixels);
    }
}
