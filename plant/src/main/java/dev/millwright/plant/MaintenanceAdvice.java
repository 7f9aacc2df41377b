package dev.millwright.plant;

import java.time.Instant;
import java.util.List;

/**
 * When to maintain a machine by what it is expected to cost, and why.
 *
 * @param action in words
 * @param urgency {@code NONE}, {@code WATCH}, {@code PLAN} or {@code NOW}
 * @param start the cheapest time to begin; from {@code earliest} to {@code latest} it costs hardly more
 * @param cost expected, of beginning then; {@code costNow} of beginning as soon as crew and parts are there
 * @param curve what other times cost more
 * @param reasons in words, the weightiest first
 */
public record MaintenanceAdvice(
        String action,
        String urgency,
        Instant start,
        Instant earliest,
        Instant latest,
        double cost,
        double costNow,
        CostCurve curve,
        List<String> reasons) {

    public MaintenanceAdvice {
        reasons = List.copyOf(reasons);
    }
}
