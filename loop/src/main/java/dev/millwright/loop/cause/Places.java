package dev.millwright.loop.cause;

import java.util.Locale;

/** Places on a part and parts of a lot, in words. */
final class Places {

    private Places() {}

    /** A place by fractions of width and height, such as {@code upper left, 10 % from the left and 30 % from the top}. */
    static String words(double x, double y) {
        String across = x < 1.0 / 3 ? "left" : x > 2.0 / 3 ? "right" : "";
        String down = y < 1.0 / 3 ? "upper" : y > 2.0 / 3 ? "lower" : "";
        String place = across.isEmpty() && down.isEmpty()
                ? "centre"
                : down.isEmpty() ? across : across.isEmpty() ? down + " middle" : down + " " + across;
        return String.format(
                Locale.ROOT, "%s, %.0f %% from the left and %.0f %% from the top", place, 100 * x, 100 * y);
    }

    /** Which parts of a lot, such as {@code every 2nd part: 1, 3, 5}. */
    static String lane(int lanes, int lane) {
        int first = lane == 0 ? lanes : lane;
        String ending = lanes == 2 ? "nd" : lanes == 3 ? "rd" : "th";
        return "every %d%s part: %d, %d, %d".formatted(lanes, ending, first, first + lanes, first + 2 * lanes);
    }
}
