package dev.millwright.simulation;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The place of an operation among those of its lot, read from its id: the step's sequence, then rounds of repair
 * ({@code :50r1}) and of inspecting again ({@code :50i1}).
 */
record OperationRank(int sequence, int round, boolean again) implements Comparable<OperationRank> {

    private static final Pattern ID = Pattern.compile(".*:(\\d{1,9})(?:([ri])(\\d{1,4}))?");
    private static final Comparator<OperationRank> ORDER = Comparator.comparingInt(OperationRank::sequence)
            .thenComparingInt(OperationRank::round)
            .thenComparing(OperationRank::again);

    static OperationRank of(String operation) {
        var match = ID.matcher(operation);
        if (!match.matches()) {
            return new OperationRank(0, 0, false);
        }
        int round = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        return new OperationRank(Integer.parseInt(match.group(1)), round, "i".equals(match.group(2)));
    }

    @Override
    public int compareTo(OperationRank other) {
        return ORDER.compare(this, other);
    }
}
