package dev.millwright.scheduling.formats;

import dev.millwright.scheduling.schedule.PlanRequest;

/**
 * What a file asks of the scheduler.
 *
 * @param name what the file calls itself; its file name where it does not
 */
public record ProblemFile(String name, PlanRequest request, Epoch epoch) {}
