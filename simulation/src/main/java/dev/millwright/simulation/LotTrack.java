package dev.millwright.simulation;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Product;
import dev.millwright.plant.WorkInstruction;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One lot on the floor. */
final class LotTrack {

    /** A machine that was told to work on the lot. */
    record Claim(EquipmentId machine, WorkInstruction work) {}

    private final String lot;
    private final String product;
    private final Set<String> done = new HashSet<>();
    private final Map<String, Integer> processed = new HashMap<>();
    private final Set<EquipmentId> visited = new LinkedHashSet<>();
    private final TreeMap<String, Claim> claims =
            new TreeMap<>(Comparator.comparing(OperationRank::of).thenComparing(Comparator.naturalOrder()));
    private @Nullable EquipmentId location;
    private @Nullable EquipmentId destination;
    private @Nullable EquipmentId workedOnAt;

    LotTrack(String lot, String product) {
        this.lot = lot;
        this.product = product;
    }

    void restore(LotMemory memory) {
        location = memory.location();
        done.addAll(memory.done());
        processed.putAll(memory.processed());
    }

    String lot() {
        return lot;
    }

    String product() {
        return product;
    }

    @Nullable
    EquipmentId location() {
        return location;
    }

    @Nullable
    EquipmentId destination() {
        return destination;
    }

    Set<String> done() {
        return done;
    }

    int processed(String operation) {
        return processed.getOrDefault(operation, 0);
    }

    Collection<EquipmentId> visited() {
        return visited;
    }

    /** True when it neither moves nor is worked on. */
    boolean free() {
        return destination == null && workedOnAt == null;
    }

    void claim(EquipmentId machine, WorkInstruction work) {
        claims.put(work.operation(), new Claim(machine, work));
    }

    void unclaim(String operation) {
        claims.remove(operation);
    }

    @Nullable
    Claim firstClaim() {
        return claims.isEmpty() ? null : claims.firstEntry().getValue();
    }

    boolean first(EquipmentId machine, WorkInstruction work) {
        var claim = firstClaim();
        return claim != null
                && claim.machine().equals(machine)
                && claim.work().operation().equals(work.operation());
    }

    void leaveFor(EquipmentId place) {
        location = null;
        destination = place;
    }

    void moveTo(EquipmentId place) {
        location = place;
        destination = null;
    }

    void begin(EquipmentId machine, WorkInstruction work) {
        workedOnAt = machine;
        visited.add(machine);
        claims.remove(work.operation());
    }

    void end(WorkInstruction work, int parts, boolean completed) {
        workedOnAt = null;
        if (completed) {
            done.add(work.operation());
            processed.remove(work.operation());
        } else {
            processed.merge(work.operation(), parts, Integer::sum);
        }
    }

    /** True when every step before the operation is done; a repair follows the step that asked for it. */
    boolean due(Product made, String operation) {
        var rank = OperationRank.of(operation);
        return made.route().stream()
                .filter(step ->
                        step.sequence() < rank.sequence() || (step.sequence() == rank.sequence() && rank.round() > 0))
                .allMatch(step -> done.contains(lot + ":" + step.sequence()));
    }

    boolean finished(Product made) {
        return done.contains(lot + ":" + made.route().getLast().sequence());
    }
}
