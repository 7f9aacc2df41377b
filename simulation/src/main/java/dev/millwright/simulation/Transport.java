package dev.millwright.simulation;

import dev.millwright.plant.Buffer;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Position;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Ways through the hall: how long they take and which buffer to use. The first buffer is for what comes in, the last
 * for what is finished.
 */
final class Transport {

    private static final double HANDLING_SECONDS = 10;
    private static final double METRES_A_SECOND = 1.2;

    private final List<Buffer> buffers;
    private final Map<EquipmentId, Position> positions = new HashMap<>();

    Transport(Plant plant) {
        this.buffers = plant.buffers();
        plant.machines().forEach(machine -> positions.put(machine.id(), machine.position()));
        buffers.forEach(buffer -> positions.put(buffer.id(), buffer.position()));
    }

    double seconds(@Nullable EquipmentId from, EquipmentId to) {
        return from == null ? HANDLING_SECONDS : HANDLING_SECONDS + metres(from, to) / METRES_A_SECOND;
    }

    /** Where a new lot appears: the first buffer, or its first machine where there is none. */
    EquipmentId entrance(EquipmentId machine) {
        return buffers.isEmpty() ? machine : buffers.getFirst().id();
    }

    boolean isBuffer(EquipmentId place) {
        return buffers.stream().anyMatch(buffer -> buffer.id().equals(place));
    }

    /** A buffer with room: the last one for finished lots, else the nearest; {@code null} when all are full. */
    @Nullable
    EquipmentId buffer(EquipmentId from, boolean finished, ToIntFunction<EquipmentId> load) {
        Comparator<Buffer> nearest = Comparator.comparingDouble(buffer -> metres(from, buffer.id()));
        Comparator<Buffer> proper = Comparator.comparing(buffer -> !finished == buffer.equals(buffers.getLast()));
        return buffers.stream()
                .filter(buffer -> load.applyAsInt(buffer.id()) < buffer.capacity())
                .min(proper.thenComparing(nearest))
                .map(Buffer::id)
                .orElse(null);
    }

    /** Along the aisles. */
    private double metres(EquipmentId from, EquipmentId to) {
        var a = positions.get(from);
        var b = positions.get(to);
        return a == null || b == null ? 0 : Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }
}
