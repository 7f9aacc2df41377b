package dev.millwright.twin;

import java.time.Instant;

/** The latest attempt to plan failed; the plan in force stays. */
public record PlanTrouble(String why, Instant at) {}
