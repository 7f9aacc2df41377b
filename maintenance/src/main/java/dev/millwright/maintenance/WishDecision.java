package dev.millwright.maintenance;

/** What became of a machine's maintenance wish after an assessment. */
public sealed interface WishDecision {

    /** A window is wished for the first time, or anew because it moved materially. */
    record Wished(MaintenanceWish wish, boolean moved) implements WishDecision {}

    /** The machine recovered: an earlier wish is void. */
    record Withdrawn(String machine, String reason) implements WishDecision {}

    /** Nothing to tell: no wish, or the standing one still fits. */
    record Unchanged(String machine) implements WishDecision {}
}
