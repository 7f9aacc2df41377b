package dev.millwright.bench.scheduling;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trials made up for the tests of what is reckoned from them. */
final class Trials {

    private Trials() {}

    /** A 10x5 of family {@code la} whose best known value is 100; the trace is seconds and values in turn. */
    static Measured of(String instance, String solver, double... trace) {
        return of(instance, solver, "la", 100.0, trace);
    }

    static Measured of(String instance, String solver, String family, @Nullable Double ub, double... trace) {
        List<List<Double>> pairs = new java.util.ArrayList<>();
        for (int i = 0; i < trace.length; i += 2) {
            pairs.add(List.of(trace[i], trace[i + 1]));
        }
        Long value = trace.length == 0 ? null : (long) trace[trace.length - 1];
        var known = new BestKnown(instance, family, "10x5", "makespan", null, ub, instance);
        return new Measured(
                instance,
                solver,
                family,
                10,
                5,
                50,
                "makespan",
                value,
                null,
                ub,
                value == null ? null : known.gap(value),
                null,
                pairs.isEmpty() ? null : pairs.getLast().getFirst(),
                10,
                false,
                false,
                value == null ? null : true,
                solver,
                null,
                pairs);
    }

    static List<Measured> list(Measured... trials) {
        return Arrays.asList(trials);
    }
}
