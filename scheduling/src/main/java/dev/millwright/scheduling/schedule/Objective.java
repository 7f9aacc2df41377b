package dev.millwright.scheduling.schedule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a schedule good: weighted sums, the first of which is minimised before the second counts at all.
 *
 * @param levels the most important first
 */
public record Objective(List<Level> levels) {
    /** A sum of measures, each times its weight. */
    public record Level(Map<Measure, Long> weights) {
        public Level {
            weights.forEach((measure, weight) -> {
                if (weight < 0) {
                    throw new IllegalArgumentException("The objective weighs " + measure + " with " + weight
                            + "\nUse zero to leave a measure out.");
                }
            });
            weights = Map.copyOf(weights);
        }

        /** The weight of a measure, 0 when it does not count. */
        public long weight(Measure measure) {
            return weights.getOrDefault(measure, 0L);
        }

        /** The weighted sum of a score. */
        public long of(Score score) {
            long sum = 0;
            for (var term : weights.entrySet()) {
                sum += term.getValue() * term.getKey().of(score);
            }
            return sum;
        }
    }

    public Objective {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("The objective has no level\nName at least one measure.");
        }
    }

    /**
     * Makespan, tardiness and calm as one sum; each weighted second that maintenance waits counts once.
     *
     * @param makespan for each second of makespan
     * @param tardiness for each second of tardiness times the job's weight
     * @param movedSecond for each second an operation's start moves against the adopted schedule
     * @param changedMachine for each operation that changes its machine against the adopted schedule
     */
    public Objective(long makespan, long tardiness, long movedSecond, long changedMachine) {
        this(List.of(new Level(Map.of(
                Measure.MAKESPAN, makespan,
                Measure.TARDINESS, tardiness,
                Measure.MOVED_SECONDS, movedSecond,
                Measure.CHANGED_MACHINES, changedMachine,
                Measure.MAINTENANCE_DELAY, 1L))));
    }

    /** One measure alone. */
    public static Objective of(Measure measure) {
        return new Objective(List.of(new Level(Map.of(measure, 1L))));
    }

    /** Only the makespan counts, and that maintenance is in time. */
    public static Objective ofMakespan() {
        return new Objective(1, 0, 0, 0);
    }

    /** Only the total weighted tardiness counts, and that maintenance is in time. */
    public static Objective ofTardiness() {
        return new Objective(0, 1, 0, 0);
    }

    /**
     * For a live plant: tardiness before makespan, and calm. Changing a machine must save a minute of makespan. Moving a
     * start weighs a thousandth: with more, a plan that does everything sooner would be worse than the one in force.
     */
    public static Objective balanced() {
        return new Objective(1_000, 2_000, 1, 60_000);
    }

    /** This objective with a measure of such weight in its last level as well. */
    public Objective and(Measure measure, long weight) {
        var weights = new EnumMap<Measure, Long>(Measure.class);
        weights.putAll(levels.getLast().weights());
        weights.put(measure, weight);
        var changed = new ArrayList<>(levels);
        changed.set(levels.size() - 1, new Level(weights));
        return new Objective(changed);
    }

    /** This objective, and among its best schedules the best by another. */
    public Objective then(Objective next) {
        var longer = new ArrayList<>(levels);
        longer.addAll(next.levels);
        return new Objective(longer);
    }

    /** This objective, and among its best schedules the best by a measure. */
    public Objective then(Measure measure) {
        return then(of(measure));
    }

    /** Whether a measure counts on any level. */
    public boolean counts(Measure measure) {
        return levels.stream().anyMatch(level -> level.weight(measure) > 0);
    }

    /** The weight of a measure on the first level where it counts; 0 when it does not. */
    public long weight(Measure measure) {
        for (var level : levels) {
            if (level.weight(measure) > 0) {
                return level.weight(measure);
            }
        }
        return 0;
    }
}
