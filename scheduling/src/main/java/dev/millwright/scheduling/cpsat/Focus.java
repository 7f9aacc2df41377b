package dev.millwright.scheduling.cpsat;

import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which operations a search may decide about freely: those whose turn in a known schedule lies in a window. What comes
 * before keeps its place, what comes after keeps its machine and its turn.
 */
final class Focus {
    /** Where an operation's turn lies against the window. */
    enum Stage {
        BEFORE,
        FREE,
        AFTER
    }

    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<String, Assignment> known;
    private final int first;
    private final int last;

    /** @param order the waiting operations by their start in the schedule; {@code [first, last)} are free */
    Focus(Schedule schedule, List<String> order, int first, int last) {
        known = schedule.byOperation();
        for (int turn = 0; turn < order.size(); turn++) {
            turns.put(order.get(turn), turn);
        }
        this.first = first;
        this.last = last;
    }

    int turn(Operation operation) {
        return turns.getOrDefault(operation.id(), first);
    }

    Stage stage(Operation operation) {
        int turn = turn(operation);
        return turn < first ? Stage.BEFORE : turn < last ? Stage.FREE : Stage.AFTER;
    }

    /** Where an operation before the window stays, or null. */
    @Nullable
    Assignment place(Operation operation) {
        return stage(operation) == Stage.BEFORE ? known.get(operation.id()) : null;
    }

    List<Mode> modes(Operation operation) {
        var assignment = stage(operation) == Stage.FREE ? null : known.get(operation.id());
        return assignment == null
                ? operation.allowedModes()
                : operation.modes().stream()
                        .filter(mode -> mode.machineId().equals(assignment.machineId()))
                        .toList();
    }
}
