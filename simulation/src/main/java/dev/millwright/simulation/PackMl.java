package dev.millwright.simulation;

import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.simulation.kernel.Scheduled;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The PackML state machine of one machine: acting states pass by themselves after a short time. */
final class PackMl {

    private final Floor floor;
    private final String label;
    private final Consumer<PackMlState> entered;
    private PackMlState state = PackMlState.STOPPED;
    private @Nullable String cause = "power on";
    private @Nullable Scheduled passing;

    /**
     * @param entered told each state right after it was entered; it may command the next one
     */
    PackMl(Floor floor, String label, Consumer<PackMlState> entered) {
        this.floor = floor;
        this.label = label;
        this.entered = entered;
    }

    PackMlState state() {
        return state;
    }

    @Nullable
    String cause() {
        return cause;
    }

    /** Obeys a command; false, and nothing happens, where PackML forbids it. */
    boolean command(PackMlCommand command, @Nullable String why) {
        var next = state.after(command);
        if (next == null) {
            return false;
        }
        enter(next, why);
        return true;
    }

    private void enter(PackMlState next, @Nullable String why) {
        if (passing != null) {
            passing.cancel();
            passing = null;
        }
        state = next;
        cause = why;
        if (!next.isWaiting()) {
            passing = floor.after(actingSeconds(next), label, () -> enter(after(next), why));
        }
        entered.accept(next);
    }

    private static double actingSeconds(PackMlState acting) {
        return switch (acting) {
            case STARTING, RESETTING, CLEARING -> 2;
            case ABORTING -> 0.5;
            default -> 1;
        };
    }

    private static PackMlState after(PackMlState acting) {
        return switch (acting) {
            case CLEARING, STOPPING, STOPPED -> PackMlState.STOPPED;
            case STARTING, UNHOLDING, UNSUSPENDING, EXECUTE -> PackMlState.EXECUTE;
            case ABORTING, ABORTED -> PackMlState.ABORTED;
            case HOLDING, HELD -> PackMlState.HELD;
            case SUSPENDING, SUSPENDED -> PackMlState.SUSPENDED;
            case RESETTING, IDLE -> PackMlState.IDLE;
            case COMPLETING, COMPLETE -> PackMlState.COMPLETE;
        };
    }
}
