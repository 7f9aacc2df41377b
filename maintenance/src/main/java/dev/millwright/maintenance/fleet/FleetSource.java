package dev.millwright.maintenance.fleet;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where machines are read from. Without a file of failures a machine has one life, and fails at its last row; with one, a
 * life begins with the machine's first row or the first after a failure, and ends at a failure.
 *
 * @param telemetry rows of signals
 * @param columns of all files
 * @param failures machine and time of each failure; null: machines fail at their last rows
 * @param renewals machine and time of each maintenance that made it as new; null: there was none
 * @param most numbers that are kept; of larger files every nth row of each life
 */
public record FleetSource(
        Path telemetry,
        Columns columns,
        @Nullable Path failures,
        @Nullable Path renewals,
        long most) {
    /** What fits into a gigabyte beside its features. */
    public static final long MOST = 20_000_000;

    public FleetSource {
        if (most < 1) {
            throw new IllegalArgumentException("%d numbers to keep\nGive some millions.".formatted(most));
        }
        if (failures == null && renewals != null) {
            throw new IllegalArgumentException(
                    "There is a file of maintenance, but none of failures.\nGive the failures too.");
        }
    }

    /** Machines of one life each. */
    public static FleetSource of(Path telemetry, Columns columns) {
        return new FleetSource(telemetry, columns, null, null, MOST);
    }

    /** The same with a file of failures, if there is one. */
    public FleetSource failingAt(@Nullable Path file) {
        return new FleetSource(telemetry, columns, file, renewals, most);
    }
}
