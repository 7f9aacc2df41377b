package dev.millwright.vision.image;

/** Frames made smaller or larger: each new pixel is a weighted mean of the old ones about it. */
public final class Scaling {
    private Scaling() {}

    /** The frame shrunk until its longer side is at most so long; a smaller one stays as it is. */
    public static Frame thumbnail(Frame frame, int longestSidePx) {
        if (longestSidePx < 1) {
            throw new IllegalArgumentException("longestSidePx " + longestSidePx + "\nGive at least 1 pixel.");
        }
        double scale = Math.max(1.0, Math.max(frame.width(), frame.height()) / (double) longestSidePx);
        return to(frame, Math.max(1, (int) Math.round(frame.width() / scale)), Math.max(1, (int)
                Math.round(frame.height() / scale)));
    }

    /** The same in colour. */
    public static ColourFrame thumbnail(ColourFrame picture, int longestSidePx) {
        return picture.isGrey()
                ? ColourFrame.of(thumbnail(picture.red(), longestSidePx))
                : new ColourFrame(
                        thumbnail(picture.red(), longestSidePx),
                        thumbnail(picture.green(), longestSidePx),
                        thumbnail(picture.blue(), longestSidePx));
    }

    /** The frame at this size, whatever its proportions. */
    public static Frame to(Frame frame, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + " x " + height + " pixels\nGive at least 1 to each side.");
        }
        if (width == frame.width() && height == frame.height()) {
            return frame;
        }
        var columns = Spans.of(frame.width(), width);
        var rows = Spans.of(frame.height(), height);
        var narrow = new float[frame.height() * width];
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < columns.length(); i++) {
                    sum += columns.weight(x, i) * frame.grey(columns.at(x, i), y);
                }
                narrow[y * width + x] = sum;
            }
        }
        var pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < rows.length(); i++) {
                    sum += rows.weight(y, i) * narrow[rows.at(y, i) * width + x];
                }
                pixels[y * width + x] = (byte) Math.clamp(Math.round(sum), 0, 255);
            }
        }
        return Frame.wrap(width, height, pixels);
    }
}
