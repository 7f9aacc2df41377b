package dev.millwright.bench.scheduling;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The families that are not measured, and why. */
final class LeftOut {

    private static final Map<String, String> BY_FAMILY = Map.of(
            "flowshop-taillard-perm",
            "the best known values hold for permutation schedules; a problem has no rule that all machines keep one"
                    + " order of jobs, so its schedules cannot be compared with them");

    private LeftOut() {}

    /** Why an instance is not measured; null when it is. */
    static @Nullable String why(BestKnown known) {
        var reason = BY_FAMILY.get(known.family());
        return reason != null || Aim.of(known.objective()) != null
                ? reason
                : "its objective, '" + known.objective() + "', is not one a schedule is scored by";
    }
}
