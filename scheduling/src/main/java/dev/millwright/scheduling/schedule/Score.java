package dev.millwright.scheduling.schedule;

import java.util.List;

/**
 * What a schedule is worth, measure by measure ({@link Measure} says what each is), and weighed by an objective.
 *
 * @param levels the objective's weighted sums, the most important first; smaller is better
 */
public record Score(
        long makespan,
        long weightedTardiness,
        int tardyJobs,
        long flowTime,
        long setupTime,
        long largestLoad,
        long energyCost,
        long maintenanceDelay,
        long movedSeconds,
        int changedMachines,
        long cost,
        List<Long> levels)
        implements Comparable<Score> {
    /** Of a schedule that nobody has judged. */
    public static final Score NONE = new Score(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    public Score {
        levels = List.copyOf(levels);
    }

    /** The weighted sum of the first level, which is all there is unless the objective is lexicographic. */
    public long total() {
        return levels.isEmpty() ? 0 : levels.getFirst();
    }

    /** By the first level that differs. */
    @Override
    public int compareTo(Score other) {
        int common = Math.min(levels.size(), other.levels.size());
        for (int level = 0; level < common; level++) {
            int order = Long.compare(levels.get(level), other.levels.get(level));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(levels.size(), other.levels.size());
    }

    /** Whether every schedule of the other score would be given up for one of this. */
    public boolean betterThan(Score other) {
        return compareTo(other) < 0;
    }

    /** This score with its levels by an objective. */
    Score by(Objective objective) {
        return new Score(
                makespan,
                weightedTardiness,
                tardyJobs,
                flowTime,
                setupTime,
                largestLoad,
                energyCost,
                maintenanceDelay,
                movedSeconds,
                changedMachines,
                cost,
                objective.levels().stream().map(level -> level.of(this)).toList());
    }
}
