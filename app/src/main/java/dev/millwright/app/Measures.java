package dev.millwright.app;

import dev.millwright.gateway.Measure;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The numbers of a running Millwright that are worth watching from outside. */
final class Measures {

    private Measures() {}

    static List<Measure> of(Millwright millwright) {
        var twin = millwright.twin();
        var loop = millwright.loop();
        return List.of(
                count("journal.events", "events in the journal", twin::lastOffset),
                level("history.lag", "events in the journal that are not in history yet", millwright::historyLag),
                level("plan.reaction.ms", "from the last disturbance to its adopted plan, in milliseconds", () -> {
                    var plan = twin.state().plan();
                    return plan == null ? 0 : plan.reactionMillis();
                }),
                level("plan.solve.ms", "spent making the plan in force, in milliseconds", () -> {
                    var plan = twin.state().plan();
                    return plan == null ? 0 : plan.plan().solveMillis();
                }),
                level("alarms.standing", "alarms that ask for a person", () -> twin.state().alarms().values().stream()
                        .filter(alarm -> alarm.standing())
                        .count()),
                level("lots.open", "lots that are not done", () -> twin.state().lots().values().stream()
                        .filter(lot -> !lot.done())
                        .count()),
                count("frames.dropped", "pictures let go because too many waited", () -> loop.measures()
                        .framesDropped()),
                count("parts.unshadowed", "parts that versions in shadow were not shown", () -> loop.measures()
                        .partsUnshadowed()),
                count("readings.skipped", "readings the health monitor could not look at", () -> loop.measures()
                        .readingsSkipped()));
    }

    private static Measure count(String name, String words, DoubleSupplier value) {
        return new Measure(name, words, true, Map.of(), value);
    }

    private static Measure level(String name, String words, DoubleSupplier value) {
        return new Measure(name, words, false, Map.of(), value);
    }
}
