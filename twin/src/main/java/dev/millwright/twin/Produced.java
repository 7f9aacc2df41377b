package dev.millwright.twin;

import dev.millwright.plant.Machine;
import org.jspecify.annotations.Nullable;

/** What newly reported parts mean in ISO 22400 quantities. */
final class Produced {

    private Produced() {}

    /** Planned run time is the route's time a part (PRU) at the machine's speed. */
    static Quantities of(@Nullable Machine machine, @Nullable OperationState operation, Counts more) {
        boolean planned = machine != null && operation != null;
        boolean first = operation == null || !operation.repair();
        double runMillis = machine != null && operation != null
                ? operation.operation().secondsPerPart() * 1000 / machine.speedFactor() * more.processed()
                : 0;
        return new Quantities(
                more.good(),
                more.scrap(),
                more.rework(),
                first ? more.good() : 0,
                first ? more.processed() : 0,
                runMillis,
                planned ? 0 : more.processed());
    }
}
