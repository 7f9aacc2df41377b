package dev.millwright.gateway.plans;

import dev.millwright.scheduling.schedule.Score;

/** What planners look at first in a plan. */
public record Figures(
        long makespanSeconds,
        long tardinessSeconds,
        int lateOrders,
        long setupSeconds,
        long flowSeconds,
        long objective) {

    public static Figures of(Score score) {
        return new Figures(
                score.makespan(),
                score.weightedTardiness(),
                score.tardyJobs(),
                score.setupTime(),
                score.flowTime(),
                score.total());
    }
}
