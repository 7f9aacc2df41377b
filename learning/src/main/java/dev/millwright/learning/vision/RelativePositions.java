package dev.millwright.learning.vision;

/** Which row of a table of relative positions belongs to each pair of tokens of a window. */
final class RelativePositions {
    private RelativePositions() {}

    /** Rows of the table: one for every distance of two tokens. */
    static int rows(int window) {
        return (2 * window - 1) * (2 * window - 1);
    }

    /** For each token, row by row, and each other one, the row of the table. */
    static long[] of(int window) {
        int tokens = window * window;
        var places = new long[tokens * tokens];
        for (int one = 0; one < tokens; one++) {
            for (int other = 0; other < tokens; other++) {
                int down = one / window - other / window + window - 1;
                int across = one % window - other % window + window - 1;
                places[one * tokens + other] = (long) down * (2 * window - 1) + across;
            }
        }
        return places;
    }
}
