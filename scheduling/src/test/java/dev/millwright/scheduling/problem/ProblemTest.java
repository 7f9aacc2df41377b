package dev.millwright.scheduling.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A problem refuses nonsense when built, with the value and a cure. */
class ProblemTest {
    private static final Machine PRESS = Machine.of("press");
    private static final Operation CUT = Operation.of("cut", new Mode("press", 5));

    @Test
    void unknownMachinesAreRefused() {
        refuses(() -> Problem.of(List.of(), List.of(Job.of("A", CUT))), "unknown machine 'press'", "Add the machine");
        refuses(
                () -> Problem.of(List.of(PRESS), List.of()).maintenance(new MaintenanceTask("W", "saw", 1, 0, 1, 0)),
                "Maintenance W names the unknown machine 'saw'",
                "[press]");
        refuses(
                () -> Problem.of(List.of(PRESS), List.of()).setups(new SetupTimes(Map.of(), Map.of("saw", Map.of()))),
                "setup matrix names the unknown machine 'saw'",
                "[press]");
    }

    @Test
    void idsAreUnique() {
        refuses(() -> Problem.of(List.of(PRESS, PRESS), List.of()), "Machine press appears twice", "unique");
        refuses(
                () -> Problem.of(List.of(PRESS), List.of(Job.of("A", CUT), Job.of("B", CUT))),
                "Operation cut appears twice",
                "unique");
        refuses(
                () -> Operation.of("cut", new Mode("press", 5), new Mode("press", 6)),
                "lists machine press twice",
                "one");
    }

    @Test
    void theFloorsStateMustBePossible() {
        var running = CUT.progress(new Progress.Running("press", 5, 3));
        refuses(() -> Problem.of(List.of(PRESS), List.of(Job.of("A", running))), "runs since 5", "Move now");
        var done = CUT.progress(new Progress.Done("press", 1, 5));
        refuses(() -> Problem.of(List.of(PRESS), List.of(Job.of("A", done))), "was done at 5", "Move now");
        var bend = Operation.of("bend", new Mode("press", 5));
        refuses(() -> Job.of("A", bend, done), "cut has begun before bend was done", "Report the earlier");
        var now = CUT.progress(new Progress.Running("press", 0, 3));
        var also = bend.progress(new Progress.Running("press", 0, 3));
        refuses(
                () -> Problem.of(List.of(PRESS), List.of(Job.of("A", now), Job.of("B", also))),
                "Machine press runs bend and another operation",
                "all but one");
    }

    @Test
    void impossibleValuesAreRefused() {
        refuses(() -> new Mode("press", -1), "negative: -1", "zero or more");
        refuses(() -> new Window(5, 5), "[5, 5)", "later");
        refuses(() -> new MaintenanceTask("W", "press", 10, 0, 5, 0), "needs 10 s", "Widen");
        refuses(() -> CUT.pin(new Pin("saw", null)), "pinned to saw", "one of its machines");
        refuses(() -> new Pin(null, null), "holds nothing", "Give");
        refuses(() -> Operation.of("cut"), "has no mode", "at least one");
        refuses(() -> Machine.of(" "), "machine id is blank", "name");
        refuses(() -> SetupTimes.everywhere(Map.of("a", Map.of("b", -1L))), "takes -1 s", "zero or more");
        refuses(() -> Job.of("A", CUT).weighing(-1), "weight -1", "zero or more");
    }

    @Test
    void touchingDownWindowsAreOne() {
        assertThat(PRESS.down(new Window(20, 30), new Window(0, 10), new Window(10, 20))
                        .down())
                .containsExactly(new Window(0, 30));
    }

    private static void refuses(ThrowingCallable nonsense, String value, String cure) {
        assertThatThrownBy(nonsense)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(cure);
    }
}
