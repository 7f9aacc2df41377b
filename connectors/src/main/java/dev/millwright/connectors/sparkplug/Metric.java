package dev.millwright.connectors.sparkplug;

import dev.millwright.plant.Quality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One named value of a device, as it travels.
 *
 * @param value a Long, Double, Boolean, String or byte[]; {@code null} when there is none
 * @param unit engineering unit, told at birth
 * @param historical true for a value that was kept while the broker was away
 */
record Metric(
        String name,
        DataType type,
        @Nullable Object value,
        Instant time,
        Quality quality,
        @Nullable String unit,
        boolean historical) {

    static Metric of(String name, DataType type, @Nullable Object value, Instant time) {
        return new Metric(name, type, value, time, Quality.GOOD, null, false);
    }

    static Metric whole(String name, long value, Instant time) {
        return of(name, DataType.INT32, value, time);
    }

    static Metric text(String name, @Nullable String value, Instant time) {
        return of(name, DataType.STRING, value, time);
    }

    Metric withUnit(@Nullable String engineeringUnit) {
        return new Metric(name, type, value, time, quality, engineeringUnit, historical);
    }

    Metric asHistorical() {
        return new Metric(name, type, value, time, quality, unit, true);
    }

    /** The value as a whole number; {@code null} when it is something else. */
    @Nullable
    Long whole() {
        if (value instanceof Double d && d == Math.rint(d)) {
            return d.longValue();
        }
        return value instanceof Long whole ? whole : null;
    }

    /** The value as a number; {@code null} when it is something else. */
    @Nullable
    Double number() {
        return switch (value) {
            case Double d -> d;
            case Long whole -> (double) whole;
            case Boolean b -> b ? 1.0 : 0.0;
            case null, default -> null;
        };
    }

    @Nullable
    String text() {
        return value instanceof String text ? text : null;
    }

    byte @Nullable [] bytes() {
        return value instanceof byte[] bytes ? bytes : null;
    }

    /** The value in words for a log line. */
    String shown() {
        return value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    }
}
