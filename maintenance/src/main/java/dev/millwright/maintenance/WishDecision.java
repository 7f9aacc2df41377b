package dev.millwright.maintenance;

/** What should become of a machine's maintenance wish after an assessment. */
public sealed interface WishDecision {

    /** A window is due; where a wish stands already, this is where its window would lie by now. */
    record Wished(MaintenanceWish wish) implements WishDecision {}

    /** The machine has been well for long enough: the standing wish is void. */
    record Withdrawn(String machine, String reason) implements WishDecision {}

    /** Nothing is due, and what stands may stand. */
    record Unchanged(String machine) implements WishDecision {}
}
