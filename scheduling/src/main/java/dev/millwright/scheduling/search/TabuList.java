package dev.millwright.scheduling.search;

/**
 * Until which iteration one thing may not come before another. Kept in a hashed table: two pairs that share a place forbid
 * each other now and then, which costs less than a table of all pairs.
 */
final class TabuList {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int[] until;
    private final int shift;

    TabuList(int operations) {
        int bits = Math.clamp(2L * (32 - Integer.numberOfLeadingZeros(operations)), 12, 20);
        until = new int[1 << bits];
        shift = 64 - bits;
    }

    void forbid(int first, int second, int iteration) {
        until[place(first, second)] = iteration;
    }

    boolean forbids(int first, int second, int iteration) {
        return until[place(first, second)] > iteration;
    }

    private int place(int first, int second) {
        return (int) (((((long) first << 32) | second) * SPREAD) >>> shift);
    }
}
