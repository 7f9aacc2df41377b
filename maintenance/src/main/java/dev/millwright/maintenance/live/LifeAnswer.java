package dev.millwright.maintenance.live;

import dev.millwright.maintenance.life.LifeDistribution;
import dev.millwright.maintenance.life.LifeEstimate;

/** What trained models say of a machine's remaining life. */
public sealed interface LifeAnswer {

    /** No version counts for machines of this class. */
    record None() implements LifeAnswer {}

    /**
     * A version is there and does not say.
     *
     * @param since calendar time in seconds from when on nothing is known
     * @param why in words; the same as long as the reason is
     */
    record Unknown(LifeVersion by, double since, String why) implements LifeAnswer {}

    /**
     * The life left.
     *
     * @param distribution how likely each life is
     * @param alarm whether so little is left that somebody should come
     * @param hoursPerUnit hours of running that one unit of the life stands for
     * @param age how long the machine has run, in units of the life
     * @param rows how many rows the version has seen of this life
     * @param late readings that came too late for their row
     */
    record Said(
            LifeVersion by,
            LifeEstimate estimate,
            LifeDistribution distribution,
            boolean alarm,
            double hoursPerUnit,
            double age,
            long rows,
            long late)
            implements LifeAnswer {}
}
