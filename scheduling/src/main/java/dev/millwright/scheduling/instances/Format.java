package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Objective;

/** One text format: how it is known by its shape, broken files included, and how it is read. */
interface Format {
    /** What it is, in words. */
    String title();

    /** Whether the text has this shape; asked in the order of {@link InstanceReader}, with two numbers in the head. */
    boolean looksLike(Numbers numbers);

    Problem read(Numbers numbers);

    /** What the literature minimises on it. */
    default Objective objective() {
        return Objective.ofMakespan();
    }
}
