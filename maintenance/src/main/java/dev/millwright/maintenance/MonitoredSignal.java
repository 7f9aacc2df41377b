package dev.millwright.maintenance;

import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand about a signal; everything but its name may be unknown.
 *
 * @param normalLow lower edge of the normal band
 * @param normalHigh upper edge of the normal band
 * @param alarmLimit value at which the machine counts as failed, above or below the normal band
 */
public record MonitoredSignal(
        String name,
        String unit,
        @Nullable Double normalLow,
        @Nullable Double normalHigh,
        @Nullable Double alarmLimit) {

    public MonitoredSignal {
        if (normalLow != null && normalHigh != null && !(normalLow < normalHigh)) {
            throw new IllegalArgumentException(
                    "Signal %s has a normal band from %s to %s.\nGive the low edge first, then a higher one."
                            .formatted(name, normalLow, normalHigh));
        }
        if (alarmLimit != null && inside(alarmLimit, normalLow, normalHigh)) {
            throw new IllegalArgumentException(
                    "Signal %s has its alarm limit %s inside its normal band %s to %s.\nMove the limit outside."
                            .formatted(name, alarmLimit, normalLow, normalHigh));
        }
    }

    /** A signal of which only name and unit are known. */
    public static MonitoredSignal of(String name, String unit) {
        return new MonitoredSignal(name, unit, null, null, null);
    }

    /** A signal with an alarm limit, judged against the machine's own baseline. */
    public static MonitoredSignal withLimit(String name, String unit, double alarmLimit) {
        return new MonitoredSignal(name, unit, null, null, alarmLimit);
    }

    private static boolean inside(double value, @Nullable Double low, @Nullable Double high) {
        return low != null && high != null && value >= low && value <= high;
    }
}
