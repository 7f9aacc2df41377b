package dev.millwright.twin;

import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import org.jspecify.annotations.Nullable;

/** Which state may come right after which, by command or by itself (ISA-TR88.00.02). */
final class PackMlRules {

    private PackMlRules() {}

    /** True when nothing is missing between two reports. */
    static boolean canFollow(PackMlState before, PackMlState after) {
        if (before == after || after(before) == after) {
            return true;
        }
        if (before == PackMlState.EXECUTE && after == PackMlState.COMPLETING) {
            return true;
        }
        for (var command : PackMlCommand.values()) {
            if (before.after(command) == after) {
                return true;
            }
        }
        return false;
    }

    /** Where an acting state leads when it is done. */
    static @Nullable PackMlState after(PackMlState acting) {
        return switch (acting) {
            case CLEARING, STOPPING -> PackMlState.STOPPED;
            case STARTING, UNHOLDING, UNSUSPENDING -> PackMlState.EXECUTE;
            case ABORTING -> PackMlState.ABORTED;
            case HOLDING -> PackMlState.HELD;
            case SUSPENDING -> PackMlState.SUSPENDED;
            case RESETTING -> PackMlState.IDLE;
            case COMPLETING -> PackMlState.COMPLETE;
            case STOPPED, IDLE, SUSPENDED, EXECUTE, ABORTED, HELD, COMPLETE -> null;
        };
    }
}
