package dev.millwright.loop.planning;

import dev.millwright.plant.EquipmentId;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.twin.OperationState;
import dev.millwright.twin.OperationStatus;
import dev.millwright.twin.TwinState;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What planners pinned, as the scheduler takes it. A pin that the floor no longer allows is let go of for this plan, and
 * said; it stays in the twin, and the next plan tries again.
 */
final class FloorPins {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    private final TwinState twin;
    private final Instant now;
    private final Set<String> impossible;
    private final List<String> letGo = new ArrayList<>();

    /** @param impossible operations whose pinned start nothing can meet */
    FloorPins(TwinState twin, Instant now, Set<String> impossible) {
        this.twin = twin;
        this.now = now;
        this.impossible = impossible;
    }

    /** What was let go of so far, each in words. */
    List<String> letGo() {
        return List.copyOf(letGo);
    }

    /** A dispatched operation is on its way to its machine and is no longer moved. */
    @Nullable
    Pin of(OperationState step, Progress progress) {
        var machine = step.machine();
        if (step.status() == OperationStatus.DISPATCHED && machine != null) {
            return new Pin(machine.path(), null);
        }
        var pin = step.pin();
        if (pin == null || !(progress instanceof Progress.Waiting)) {
            return null;
        }
        var place = place(step, pin.machine());
        var start = start(step, pin.start());
        return place == null && start == null ? null : new Pin(place, start);
    }

    private @Nullable String place(OperationState step, @Nullable EquipmentId machine) {
        if (machine == null) {
            return null;
        }
        boolean able = twin.plant()
                .machine(machine)
                .filter(known -> known.can(step.operation().capability()))
                .isPresent();
        if (!able) {
            letGo.add(step.id() + " is pinned to " + machine.name() + ", which cannot do it any more");
        }
        return able ? machine.path() : null;
    }

    /** A start that has passed asks for nothing but haste: the operation is simply due. */
    private @Nullable Long start(OperationState step, @Nullable Instant start) {
        if (start == null) {
            return null;
        }
        if (start.isBefore(now)) {
            if (Duration.between(start, now).toMinutes() > 0) {
                letGo.add(step.id() + " was pinned to start at " + timeOfDay(start) + ", which has passed");
            }
            return null;
        }
        if (impossible.contains(step.id())) {
            letGo.add(step.id() + " is pinned to start at " + timeOfDay(start) + ", which cannot be kept now");
            return null;
        }
        return FloorProblem.secondsUp(now, start);
    }

    private String timeOfDay(Instant time) {
        return TIME_OF_DAY.format(time.atZone(twin.plant().zone()));
    }
}
