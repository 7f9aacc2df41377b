package dev.millwright.vision.generator;

/**
 * What boards look like and how well the camera sees them.
 *
 * @param widthPx the images' width
 * @param heightPx the images' height
 * @param misregistrationPx how far, at most, the camera's image lies from the template, to each side
 * @param noise the standard deviation of the camera's noise, in grey values; copper and board lie 140 apart
 * @param roughnessPx how far edges waver at most, in the image and in its template: 0 for a sharp camera, about 1 for a line
 *     scanner, under which boards also lie askew
 * @param marginPx what the box of a known defect leaves around it
 */
public record BoardSettings(
        int widthPx, int heightPx, int misregistrationPx, double noise, double roughnessPx, int marginPx) {
    private static final int LEAST_SIDE_PX = 128;
    private static final double MOST_NOISE = 40;

    public BoardSettings {
        if (widthPx < LEAST_SIDE_PX || heightPx < LEAST_SIDE_PX) {
            throw new IllegalArgumentException("board of " + widthPx + " x " + heightPx + " pixels\nGive at least "
                    + LEAST_SIDE_PX + " to each side, room for a few traces.");
        }
        if (misregistrationPx < 0 || misregistrationPx > 16) {
            throw new IllegalArgumentException(
                    "misregistrationPx " + misregistrationPx + "\nGive between 0 and 16 pixels.");
        }
        if (!(noise >= 0 && noise <= MOST_NOISE)) {
            throw new IllegalArgumentException("noise " + noise + "\nGive between 0 and " + MOST_NOISE + ".");
        }
        if (!(roughnessPx >= 0 && roughnessPx <= 2)) {
            throw new IllegalArgumentException("roughnessPx " + roughnessPx + "\nGive between 0 and 2.");
        }
        if (marginPx < 0) {
            throw new IllegalArgumentException("marginPx " + marginPx + "\nGive at least 0.");
        }
    }

    /** 320 x 320 pixels: a picture a screen can show many of. */
    public static BoardSettings small() {
        return new BoardSettings(320, 320, 4, 10, 0, 10);
    }

    /** 640 x 640 pixels, the size of DeepPCB's images. */
    public static BoardSettings large() {
        return new BoardSettings(640, 640, 4, 10, 0, 10);
    }

    /** 640 x 640 pixels of a line scanner: edges waver, in the template too. What a model learns from. */
    public static BoardSettings scanned() {
        return new BoardSettings(640, 640, 4, 10, 0.9, 10);
    }
}
