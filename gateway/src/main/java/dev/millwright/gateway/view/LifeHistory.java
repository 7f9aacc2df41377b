package dev.millwright.gateway.view;

import dev.millwright.plant.Prognosis;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the life left went over time, as it was told then.
 *
 * @param unit of all lives here
 * @param unknown stretches in which a model was there and did not answer
 * @param ends what ended lives
 */
public record LifeHistory(
        String unit, double hoursPerUnit, List<PointView> points, List<GapView> unknown, List<EndView> ends) {

    /** The kinds of event it is made of. */
    public static final Set<String> KINDS =
            Set.of("remaining-life-estimated", "life-unknown", "machine-state-changed", "maintenance-finished");

    /** What was told at a time; {@code version} is null where the health monitor spoke. */
    public record PointView(
            Instant time,
            double expected,
            double low,
            double high,
            @Schema(nullable = true) @Nullable String version,
            boolean alarm) {}

    /** A stretch without an answer; {@code to} is null while it lasts. */
    public record GapView(
            Instant from, @Schema(nullable = true) @Nullable Instant to, String why) {}

    /** The end of a life. */
    public record EndView(
            Instant time,

            @Schema(enumeration = {"failure", "maintenance"})
            String kind) {}

    /** Of a machine's events in their order, in about so many points. */
    public static LifeHistory of(List<Event> events, int points) {
        var estimates = new ArrayList<Event>();
        var gaps = new ArrayList<GapView>();
        var ends = new ArrayList<EndView>();
        String unit = "h";
        double hours = 1;
        boolean broken = false;
        for (var event : events) {
            switch (event.fact()) {
                case Fact.RemainingLifeEstimated(var prognosis) -> {
                    var said = prognosis.prediction();
                    if (said != null) {
                        unit = said.unit();
                        hours = said.hoursPerUnit();
                        close(gaps, event.time());
                    }
                    estimates.add(event);
                }
                case Fact.LifeUnknown(var unknown) -> {
                    close(gaps, event.time());
                    gaps.add(new GapView(unknown.since(), null, unknown.why()));
                }
                case Fact.MachineStateChanged(var state, var _) -> {
                    if (state.isAborted() && !broken) {
                        ends.add(new EndView(event.time(), "failure"));
                    }
                    broken = state.isAborted();
                }
                case Fact.MaintenanceFinished _ -> ends.add(new EndView(event.time(), "maintenance"));
                default -> {}
            }
        }
        double perUnit = hours;
        var told = thinned(estimates, points).stream()
                .map(event -> point(event.time(), ((Fact.RemainingLifeEstimated) event.fact()).prognosis(), perUnit))
                .toList();
        return new LifeHistory(unit, hours, told, gaps, ends);
    }

    private static void close(List<GapView> gaps, Instant at) {
        if (!gaps.isEmpty() && gaps.getLast().to() == null) {
            var last = gaps.removeLast();
            gaps.add(new GapView(last.from(), at, last.why()));
        }
    }

    /** Evenly by number; the first and the last are always there. */
    private static List<Event> thinned(List<Event> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        var kept = new ArrayList<Event>(most);
        for (int i = 0; i < most; i++) {
            kept.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
        }
        return kept;
    }

    private static PointView point(Instant time, Prognosis prognosis, double hoursPerUnit) {
        var said = prognosis.prediction();
        return new PointView(
                time,
                prognosis.remainingLifeHours() / hoursPerUnit,
                prognosis.low() / hoursPerUnit,
                prognosis.high() / hoursPerUnit,
                said == null ? null : said.model() + " " + said.version(),
                said != null && said.alarm());
    }
}
