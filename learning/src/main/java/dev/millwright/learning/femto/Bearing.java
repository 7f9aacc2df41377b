package dev.millwright.learning.femto;

/**
 * A bearing that ran to failure.
 *
 * @param snapshots one row each ten seconds, its cells as {@link FemtoFolder#FEATURES} names them
 * @param cutAt how many of them the challenge showed; of a learning bearing, all
 * @param leftSeconds to failure where it was cut off; of a learning bearing 0
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Bearing(String name, boolean toLearnFrom, double[][] snapshots, int cutAt, double leftSeconds) {
    /** From one snapshot to the next. */
    static final double SECONDS = 10;

    int life() {
        return snapshots.length;
    }
}
