package dev.millwright.history;

import java.time.Duration;
import java.time.Instant;

/** Chooses widths that people read easily: a span in at most so many buckets. */
final class BucketWidth {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final long[] MILLIS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        7 * DAY,
        28 * DAY
    };

    private BucketWidth() {}

    /** The finest width that needs at most so many buckets, wherever the first one begins. */
    static Duration forSpan(Instant from, Instant to, int maxPoints) {
        if (maxPoints < 2) {
            throw new IllegalArgumentException(
                    "A series in at most %d points was asked for.\nAsk for 2 or more.".formatted(maxPoints));
        }
        Duration span = Duration.between(from, to);
        for (long millis : MILLIS) {
            if (fits(span, millis, maxPoints)) {
                return Duration.ofMillis(millis);
            }
        }
        long widest = MILLIS[MILLIS.length - 1];
        long times = 2;
        while (!fits(span, times * widest, maxPoints)) {
            times *= 2;
        }
        return Duration.ofMillis(times * widest);
    }

    /** A span that begins anywhere touches one bucket more than it fills. */
    private static boolean fits(Duration span, long millis, int maxPoints) {
        Duration width = Duration.ofMillis(millis);
        long filled = span.plus(width).minusNanos(1).dividedBy(width);
        return filled + 1 <= maxPoints;
    }
}
