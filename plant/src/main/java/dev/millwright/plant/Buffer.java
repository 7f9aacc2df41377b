package dev.millwright.plant;

/**
 * A storage unit (ISA-95) where lots wait.
 *
 * @param capacity how many lots fit
 */
public record Buffer(EquipmentId id, String name, int capacity, Position position) {

    public Buffer {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "Buffer %s holds %d lots.\nIt holds one at least.".formatted(id, capacity));
        }
    }
}
