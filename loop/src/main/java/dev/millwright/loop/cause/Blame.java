package dev.millwright.loop.cause;

import dev.millwright.plant.EquipmentId;
import java.time.Instant;
import java.util.List;

/**
 * Machines that likely make defects of a type: more came over them than over others that do the same work. Those that were
 * looked at only are never among them.
 *
 * @param machines one; several where the same parts passed all of them, so that nobody can say which it is
 * @param count defective parts that came over them
 * @param expected how many there would be by chance
 * @param pValue how likely chance makes as many or more
 * @param since when it seems to have begun
 * @param latest the latest inspection that speaks for it
 */
public record Blame(
        List<EquipmentId> machines, int count, double expected, double pValue, Instant since, String latest) {

    public Blame {
        machines = List.copyOf(machines);
        if (machines.isEmpty()) {
            throw new IllegalArgumentException("Nobody is to blame.\nName a machine, or leave the blame away.");
        }
    }
}
