package dev.millwright.loop.planning;

import java.util.List;

/** What becomes of the loop's search for a better plan, as it goes on beside the plan in force. */
public sealed interface PlanSearch {

    /** What set it off, in words. */
    String trigger();

    /** It has begun. */
    record Began(String trigger) implements PlanSearch {}

    /**
     * It has found a better plan, which is adopted once that is worth the changes.
     *
     * @param seconds since it began
     * @param bound below which no plan's objective lies, as far as is proved
     * @param origin who found it
     */
    record Better(
            String trigger,
            double seconds,
            double objective,
            double bound,
            long makespanSeconds,
            long tardinessSeconds,
            int lateLots,
            String origin)
            implements PlanSearch {}

    /** How a search ends. */
    enum End {
        /** By its limit, or with a proof. */
        DONE,
        /** Something else happened that wants a plan. */
        CANCELLED,
        FAILED
    }

    /**
     * It is over.
     *
     * @param conflicts wishes that no plan can keep together, in words
     */
    record Ended(String trigger, End end, List<String> conflicts) implements PlanSearch {

        public Ended {
            conflicts = List.copyOf(conflicts);
        }
    }
}
