package dev.millwright.twin;

import dev.millwright.plant.Reading;
import dev.millwright.plant.Signal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal as last heard.
 *
 * @param reading the latest by source time
 * @param staleSince since when the reading may no longer hold: the connection was lost, or the twin noticed its age;
 *     {@code null} while it is fresh
 * @param limit the alarm limit that is exceeded: {@code high}, {@code low} or {@code null}
 * @param min lowest good value so far; {@code null} before the first
 * @param max highest good value so far; {@code null} before the first
 * @param count readings taken
 * @param late readings that came after a newer one
 * @param offset the event behind the reading
 */
public record SignalState(
        Reading reading,
        @Nullable Instant staleSince,
        @Nullable String limit,
        @Nullable Double min,
        @Nullable Double max,
        long count,
        long late,
        long offset) {

    /** The first reading of a signal. */
    static SignalState first(Reading reading, long offset) {
        Double value = Double.isFinite(reading.value()) ? reading.value() : null;
        return new SignalState(reading, null, null, value, value, 1, 0, offset);
    }

    /** True when the twin has told everyone that the reading may no longer hold. */
    public boolean stale() {
        return staleSince != null;
    }

    /** True when the reading may no longer hold at this time, told already or not. */
    public boolean staleAt(Signal signal, Instant now) {
        return staleSince != null || goesStale(signal).isBefore(now);
    }

    /** When the reading will have been too old for its signal. */
    Instant goesStale(Signal signal) {
        return reading.sourceTime().plus(Duration.ofNanos(Math.round(signal.secondsUntilStale() * 1e9)));
    }

    SignalState take(Reading newer, long newOffset) {
        double value = newer.value();
        boolean counts = Double.isFinite(value);
        return new SignalState(
                newer,
                null,
                limit,
                counts && (min == null || value < min) ? Double.valueOf(value) : min,
                counts && (max == null || value > max) ? Double.valueOf(value) : max,
                count + 1,
                late,
                newOffset);
    }

    SignalState passedBy() {
        return new SignalState(reading, staleSince, limit, min, max, count + 1, late + 1, offset);
    }

    SignalState staleFrom(Instant time) {
        return staleSince != null ? this : new SignalState(reading, time, limit, min, max, count, late, offset);
    }

    SignalState withLimit(@Nullable String exceeded) {
        return new SignalState(reading, staleSince, exceeded, min, max, count, late, offset);
    }
}
