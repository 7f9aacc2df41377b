package dev.millwright.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one stretch of time in a few numbers; those of quality BAD are only counted.
 *
 * @param count samples behind the numbers, which are null where there is none
 * @param bad samples of quality BAD
 * @param last the latest value by source time
 */
public record Bucket(
        Instant start,
        long count,
        long bad,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double mean,
        @Nullable Double last) {}
