package dev.millwright.vision.image;

/** A colour image: a plane for each of red, green and blue, all of one size. */
public record ColourFrame(Frame red, Frame green, Frame blue) {
    public ColourFrame {
        if (red.width() != green.width()
                || red.width() != blue.width()
                || red.height() != green.height()
                || red.height() != blue.height()) {
            throw new IllegalArgumentException(
                    "planes " + red + ", " + green + " and " + blue + "\nGive three of one size.");
        }
    }

    /** A grey image, with the same plane for each colour. */
    public static ColourFrame of(Frame grey) {
        return new ColourFrame(grey, grey, grey);
    }

    public int width() {
        return red.width();
    }

    public int height() {
        return red.height();
    }

    /** Its luminance, by the weights of ITU-R BT.601. */
    public Frame grey() {
        if (red.equals(green) && green.equals(blue)) {
            return red;
        }
        var pixels = new byte[width() * height()];
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                int luma = 77 * red.grey(x, y) + 150 * green.grey(x, y) + 29 * blue.grey(x, y);
                pixels[y * width() + x] = (byte) (luma >> 8);
            }
        }
        return Frame.wrap(width(), height(), pixels);
    }
}
