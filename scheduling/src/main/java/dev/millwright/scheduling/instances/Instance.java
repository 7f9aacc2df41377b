package dev.millwright.scheduling.instances;

import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.schedule.Objective;

/**
 * A public problem as its file gives it.
 *
 * @param format what the file was recognised as, in words
 * @param objective what the literature minimises on problems of this format
 */
public record Instance(String name, String format, Problem problem, Objective objective) {}
