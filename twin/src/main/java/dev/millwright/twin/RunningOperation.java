package dev.millwright.twin;

import java.time.Instant;

/**
 * What a machine works at.
 *
 * @param counts parts of this run
 */
public record RunningOperation(String lot, String operation, Instant startedAt, Counts counts) {

    public int good() {
        return counts.good();
    }

    public int scrap() {
        return counts.scrap();
    }

    public int rework() {
        return counts.rework();
    }

    RunningOperation withCounts(Counts newCounts) {
        return new RunningOperation(lot, operation, startedAt, newCounts);
    }
}
