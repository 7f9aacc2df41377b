package dev.millwright.vision.image;

/** How a camera was held, as Exif tag 274 numbers it: what to do with the stored rows to see the picture upright. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    TURNED_180,
    FLIPPED,
    TRANSPOSED,
    TURNED_90,
    TRANSVERSED,
    TURNED_270;

    /** The orientation with a number from 1 to 8; any other number means nothing, and upright. */
    static Orientation of(long number) {
        return number >= 1 && number <= 8 ? values()[(int) number - 1] : UPRIGHT;
    }

    ColourFrame upright(ColourFrame stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        return stored.isGrey()
                ? ColourFrame.of(upright(stored.red()))
                : new ColourFrame(upright(stored.red()), upright(stored.green()), upright(stored.blue()));
    }

    private Frame upright(Frame stored) {
        boolean across =
                switch (this) {
                    case UPRIGHT, MIRRORED, TURNED_180, FLIPPED -> false;
                    case TRANSPOSED, TURNED_90, TRANSVERSED, TURNED_270 -> true;
                };
        int width = across ? stored.height() : stored.width();
        int height = across ? stored.width() : stored.height();
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        var pixels = new byte[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int grey =
                        switch (this) {
                            case UPRIGHT -> stored.grey(x, y);
                            case MIRRORED -> stored.grey(right - x, y);
                            case TURNED_180 -> stored.grey(right - x, bottom - y);
                            case FLIPPED -> stored.grey(x, bottom - y);
                            case TRANSPOSED -> stored.grey(y, x);
                            case TURNED_90 -> stored.grey(y, bottom - x);
                            case TRANSVERSED -> stored.grey(right - y, bottom - x);
                            case TURNED_270 -> stored.grey(right - y, x);
                        };
                pixels[i] = (byte) grey;
            }
        }
        return Frame.wrap(width, height, pixels);
    }
}
