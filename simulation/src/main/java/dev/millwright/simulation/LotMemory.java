package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lot when a virtual plant resumes.
 *
 * @param location the machine or buffer where it is; {@code null} when it has not been seen yet
 * @param done ids of its finished operations
 * @param processed parts already through each unfinished operation
 */
public record LotMemory(
        String lot, String product, @Nullable EquipmentId location, Set<String> done, Map<String, Integer> processed) {

    public LotMemory {
        done = Set.copyOf(done);
        processed = Map.copyOf(processed);
    }
}
