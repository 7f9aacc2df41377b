package dev.millwright.learning.vision;

/** Keeps tokens apart that a shift with wrap-around has brought into one window though they lie at opposite edges. */
final class ShiftMask {
    private ShiftMask() {}

    /**
     * For each window, each token and each other one: 0, or a number that makes attention vanish.
     *
     * @param side tokens on a side of the image
     * @param shift by which the image was rolled up and to the left
     */
    static float[] of(int side, int window, int shift, float apart) {
        int across = side / window;
        int tokens = window * window;
        var mask = new float[across * across * tokens * tokens];
        for (int w = 0; w < across * across; w++) {
            for (int one = 0; one < tokens; one++) {
                for (int other = 0; other < tokens; other++) {
                    int top = w / across * window;
                    int left = w % across * window;
                    boolean together =
                            isWrapped(top + one / window, side, shift) == isWrapped(top + other / window, side, shift)
                                    && isWrapped(left + one % window, side, shift)
                                            == isWrapped(left + other % window, side, shift);
                    mask[(w * tokens + one) * tokens + other] = together ? 0 : apart;
                }
            }
        }
        return mask;
    }

    /** Whether a row or column of the rolled image came in from the other end. */
    private static boolean isWrapped(int at, int side, int shift) {
        return at >= side - shift;
    }
}
