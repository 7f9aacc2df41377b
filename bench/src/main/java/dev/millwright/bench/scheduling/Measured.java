package dev.millwright.bench.scheduling;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.plant.event.EventJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one contestant did on one instance; what there is not (a schedule, a bound, a best known value) is null.
 *
 * @param value the objective's value of the schedule it ended with
 * @param gap percent above the best known value, of a schedule that keeps every rule
 * @param lowerBound proved in this run
 * @param secondsToBest when the last better schedule came
 * @param optimal whether the value cannot be beaten, by this run's proof or by the best known lower bound
 * @param proved whether this run proved it
 * @param feasible the independent checker's word
 * @param origin who made the schedule
 * @param broken the first rule the schedule breaks
 * @param trace seconds and value of each better schedule
 */
record Measured(
        String instance,
        String solver,
        String family,
        int jobs,
        int machines,
        int operations,
        String objective,
        @Nullable Long value,
        @JsonProperty("best_known_lb") @Nullable Double lb,
        @JsonProperty("best_known_ub") @Nullable Double ub,
        @JsonProperty("gap_percent") @Nullable Double gap,
        @JsonProperty("lower_bound") @Nullable Double lowerBound,
        @JsonProperty("seconds_to_best") @Nullable Double secondsToBest,
        double seconds,
        boolean optimal,
        boolean proved,
        @Nullable Boolean feasible,
        String origin,
        @Nullable String broken,
        List<List<Double>> trace) {

    private static final JsonMapper MAPPER = EventJson.mapper();

    Map<String, Object> row() {
        return MAPPER.convertValue(this, new TypeReference<>() {});
    }

    /** By what it is found again. */
    String key() {
        return key(instance, solver);
    }

    static String key(String instance, String solver) {
        return instance + " " + solver;
    }

    String size() {
        return jobs + "x" + machines;
    }

    boolean infeasible() {
        return Boolean.FALSE.equals(feasible);
    }
}
