package dev.millwright.vision.image;

/** A colour image: three planes of one size, 0 to 255 each; of a grey image all three are the same frame. */
public record ColourFrame(Frame red, Frame green, Frame blue) {
    public ColourFrame {
        if (red.width() != green.width()
                || red.width() != blue.width()
                || red.height() != green.height()
                || red.height() != blue.height()) {
            throw new IllegalArgumentException(
                    "planes of " + red + ", " + green + " and " + blue + "\nGive three of the same size.");
        }
    }

    /** A grey image seen as a colour one; nothing is copied. */
    public static ColourFrame of(Frame grey) {
        return new ColourFrame(grey, grey, grey);
    }

    public int width() {
        return red.width();
    }

    public int height() {
        return red.height();
    }

    /** Whether all three planes are one frame. */
    @SuppressWarnings(
            "ReferenceEquality") // a colour image may happen to have equal planes; that need not be looked for
    public boolean isGrey() {
        return red == green && red == blue;
    }

    /** The part inside a box, which has to lie within the frame. */
    public ColourFrame cut(Box box) {
        return isGrey() ? of(red.cut(box)) : new ColourFrame(red.cut(box), green.cut(box), blue.cut(box));
    }

    /** The luma by the weights of ITU-R BT.601, in 256ths; a grey image comes back as it was. */
    public Frame grey() {
        if (isGrey()) {
            return red;
        }
        var pixels = new byte[width() * height()];
        for (int y = 0, i = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++, i++) {
                pixels[i] = (byte) ((77 * red.grey(x, y) + 150 * green.grey(x, y) + 29 * blue.grey(x, y)) >> 8);
            }
        }
        return Frame.wrap(width(), height(), pixels);
    }
}
