package dev.millwright.bench.replanning;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of an episode.
 *
 * @param rightShiftEnd when the last operation ends on a floor that only ever shifts right; the others accordingly
 */
record Answered(
        String episode,
        String family,
        List<Event> events,
        @JsonProperty("right_shift_end") long rightShiftEnd,
        @JsonProperty("first_end") long firstEnd,
        @JsonProperty("improved_end") long improvedEnd) {

    /**
     * The answers to one event on the same floor, which follows the improved one.
     *
     * @param kind {@code arrival} or {@code breakdown}
     * @param operations that wait for a decision
     */
    record Event(
            String kind,
            long time,
            int operations,
            @JsonProperty("right_shift") Answer rightShift,
            Answer first,
            Answer improved) {}

    /**
     * One answer.
     *
     * @param end when its last operation ends
     * @param movedStarts operations that start at another time than the schedule said that was followed
     * @param ms from the question to the answer; to the last better one where it goes on searching
     */
    record Answer(
            long end,
            @JsonProperty("moved_starts") int movedStarts,
            @JsonProperty("changed_machines") int changedMachines,
            double ms,
            boolean feasible) {

        /** How much sooner than another this one ends, in percent of the other's end. */
        double soonerThan(Answer other) {
            return percentSooner(end, other.end());
        }
    }

    static double percentSooner(long end, long than) {
        return than == 0 ? 0 : 100.0 * (than - end) / than;
    }
}
