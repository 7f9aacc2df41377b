package dev.millwright.scheduling.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Progress;
import dev.millwright.scheduling.problem.SetupTimes;
import dev.millwright.scheduling.problem.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every rule broken once in an otherwise good schedule, and named by the checker. */
class ScheduleCheckerTest {
    private static final Mode PRESS = new Mode("press", 10);
    private static final Problem PROBLEM = new Problem(
            100,
            List.of(
                    new Machine("press", "red", List.of(new Window(150, 160)), 105),
                    Machine.of("oven"),
                    Machine.of("saw")),
            List.of(
                    new Job(
                            "A",
                            1,
                            100,
                            null,
                            200L,
                            List.of(
                                    Operation.of("A1", new Mode("oven", 50))
                                            .progress(new Progress.Done("oven", 40, 90)),
                                    Operation.of("A2", new Mode("oven", 30))
                                            .progress(new Progress.Running("oven", 90, 20)),
                                    Operation.of("A3", PRESS).family("blue"))),
                    Job.of(
                            "B",
                            Operation.of("B1", PRESS, new Mode("saw", 12))
                                    .family("red")
                                    .pin(new Pin("press", null)),
                            Operation.of("B2", new Mode("saw", 10)).pin(new Pin(null, 170L))),
                    Job.of("C", Operation.of("C1", new Mode("saw", 5))).released(120)),
            SetupTimes.everywhere(Map.of("red", Map.of("blue", 5L))),
            List.of(new MaintenanceTask("W", "saw", 10, 125, 150, 0), new MaintenanceTask("X", "saw", 5, 100, 400, 0)));

    private static final List<Assignment> GOOD = List.of(
            new Assignment("A", "A1", "oven", 0, 40, 90),
            new Assignment("A", "A2", "oven", 0, 90, 120),
            new Assignment("A", "A3", "press", 5, 125, 135),
            new Assignment("B", "B1", "press", 0, 105, 115),
            new Assignment("B", "B2", "saw", 0, 170, 180),
            new Assignment("C", "C1", "saw", 0, 120, 125));
    private static final List<MaintenancePlacement> MAINTENANCE =
            List.of(new MaintenancePlacement("W", "saw", 130, 140), new MaintenancePlacement("X", "saw", 300, 305));

    @Test
    void aGoodScheduleBreaksNoRule() {
        assertThat(check(list -> list)).isEmpty();
    }

    @Test
    void missingUnknownAndDoubledOperationsAreNamed() {
        assertThat(check(list -> without(list, "C1"))).containsExactly(new Violation.MissingOperation("C", "C1"));
        assertThat(check(list -> with(list, new Assignment("Z", "Z1", "saw", 0, 190, 195))))
                .containsExactly(new Violation.UnknownOperation("Z", "Z1"));
        assertThat(check(list -> with(list, new Assignment("C", "C1", "saw", 0, 190, 195))))
                .containsExactly(new Violation.PlacedTwice("C", "C1"));
    }

    @Test
    void wrongMachineAndDurationAreNamed() {
        var onOven = new Assignment("C", "C1", "oven", 0, 120, 125);
        assertThat(check(list -> replaced(list, onOven))).containsExactly(new Violation.WrongMachine(onOven));
        var tooLong = new Assignment("C", "C1", "saw", 0, 120, 126);
        assertThat(check(list -> replaced(list, tooLong))).containsExactly(new Violation.WrongDuration(tooLong, 5));
    }

    @Test
    void startsBeforeReleaseOrAvailabilityAreNamed() {
        var early = new Assignment("C", "C1", "saw", 0, 110, 115);
        assertThat(check(list -> replaced(list, early))).containsExactly(new Violation.TooEarly(early, 120));
        var before = new Assignment("B", "B1", "press", 0, 104, 114);
        assertThat(check(list -> replaced(list, before))).containsExactly(new Violation.TooEarly(before, 105));
    }

    @Test
    void aStartBeforeThePredecessorEndsIsNamed() {
        var late = new Assignment("B", "B1", "press", 0, 165, 175);
        var next = GOOD.get(4);
        assertThat(check(list -> replaced(list, late))).contains(new Violation.OutOfSequence(late, next));
    }

    @Test
    void sharedTimeOnAMachineIsNamedSetupIncluded() {
        var close = new Assignment("B", "B1", "press", 0, 111, 121);
        assertThat(check(list -> replaced(list, close)))
                .containsExactly(new Violation.MachineOverlap(close, GOOD.get(2)));
    }

    @Test
    void workWhileDownIsNamed() {
        var down = new Assignment("A", "A3", "press", 5, 155, 165);
        assertThat(check(list -> replaced(list, down)))
                .containsExactly(new Violation.WhileDown(down, new Window(150, 160)));
        var setupDown = new Assignment("A", "A3", "press", 5, 162, 172);
        assertThat(check(list -> replaced(list, setupDown)))
                .containsExactly(new Violation.WhileDown(setupDown, new Window(150, 160)));
    }

    @Test
    void aMissingSetupIsNamed() {
        var bare = new Assignment("A", "A3", "press", 0, 125, 135);
        assertThat(check(list -> replaced(list, bare))).containsExactly(new Violation.WrongSetup(bare, GOOD.get(3), 5));
    }

    @Test
    void movedHistoryAndMovedRunningWorkAreNamed() {
        var history = new Assignment("A", "A1", "oven", 0, 30, 80);
        assertThat(check(list -> replaced(list, history)))
                .containsExactly(new Violation.FloorMoved(history, GOOD.get(0)));
        var running = new Assignment("A", "A2", "oven", 0, 91, 120);
        assertThat(check(list -> replaced(list, running)))
                .containsExactly(new Violation.FloorMoved(running, GOOD.get(1)));
    }

    @Test
    void brokenPinsAreNamed() {
        var elsewhere = new Assignment("B", "B1", "saw", 0, 101, 113);
        assertThat(check(list -> replaced(list, elsewhere)))
                .containsExactly(new Violation.PinBroken(elsewhere, "press", null));
        var otherwise = new Assignment("B", "B2", "saw", 0, 171, 181);
        assertThat(check(list -> replaced(list, otherwise)))
                .containsExactly(new Violation.PinBroken(otherwise, null, 170L));
    }

    @Test
    void aMissedDeadlineIsNamed() {
        var late = new Assignment("A", "A3", "press", 5, 195, 205);
        assertThat(check(list -> replaced(list, late))).containsExactly(new Violation.DeadlineMissed("A", 205, 200));
    }

    @Test
    void maintenanceIsMissedMisplacedOrInTheWay() {
        var x = MAINTENANCE.getLast();
        assertThat(check(GOOD, List.of(x))).containsExactly(new Violation.MaintenanceMissing("W", 0));
        var late = new MaintenancePlacement("W", "saw", 145, 155);
        assertThat(check(GOOD, List.of(late, x)))
                .containsExactly(new Violation.MaintenanceMisplaced(late, "saw", 10, 125, 150));
        var onWork = new MaintenancePlacement("X", "saw", 121, 126);
        assertThat(check(GOOD, List.of(MAINTENANCE.getFirst(), onWork)))
                .containsExactly(new Violation.MaintenanceOverlap(onWork, "C1", 120, 125));
        var onOther = new MaintenancePlacement("X", "saw", 132, 137);
        assertThat(check(GOOD, List.of(MAINTENANCE.getFirst(), onOther)))
                .containsExactly(new Violation.MaintenanceOverlap(MAINTENANCE.getFirst(), "maintenance X", 132, 137));
        var whileDown = new MaintenancePlacement("X", "press", 152, 157);
        assertThat(check(GOOD, List.of(MAINTENANCE.getFirst(), whileDown)))
                .contains(new Violation.MaintenanceOverlap(whileDown, "down time", 150, 160));
    }

    @Test
    void everyViolationSaysWhereAndWhen() {
        assertThat(check(list -> without(list, "C1")).getFirst().describe())
                .isEqualTo("C1 of C is not in the schedule");
        assertThat(check(list -> replaced(list, new Assignment("A", "A3", "press", 5, 155, 165)))
                        .getFirst()
                        .describe())
                .isEqualTo("A3 of A on press 155..165 while the machine is down 150..160");
        var anything = GOOD.get(2);
        assertThat(List.of(
                                new Violation.UnknownOperation("A", "A3"),
                                new Violation.PlacedTwice("A", "A3"),
                                new Violation.WrongMachine(anything),
                                new Violation.WrongDuration(anything, 3),
                                new Violation.TooEarly(anything, 3),
                                new Violation.OutOfSequence(anything, anything),
                                new Violation.MachineOverlap(anything, anything),
                                new Violation.WrongSetup(anything, null, 3),
                                new Violation.FloorMoved(anything, anything),
                                new Violation.PinBroken(anything, "press", 3L))
                        .stream()
                        .map(Violation::describe))
                .allMatch(text -> text.contains("A3 of A"));
        assertThat(List.of(
                                new Violation.MaintenanceMissing("W", 0),
                                new Violation.MaintenanceMisplaced(MAINTENANCE.getFirst(), "saw", 1, 2, 3),
                                new Violation.MaintenanceOverlap(MAINTENANCE.getFirst(), "C1", 1, 2))
                        .stream()
                        .map(Violation::describe))
                .allMatch(text -> text.contains("maintenance W"));
        assertThat(new Violation.DeadlineMissed("A", 5, 4).describe()).isEqualTo("A ends at 5, after its deadline 4");
    }

    private static List<Violation> check(UnaryOperator<List<Assignment>> change) {
        return check(change.apply(GOOD), MAINTENANCE);
    }

    private static List<Violation> check(List<Assignment> assignments, List<MaintenancePlacement> maintenance) {
        var score = PlanRequest.of(PROBLEM).score(assignments, maintenance);
        return ScheduleChecker.check(PROBLEM, new Schedule("by hand", assignments, maintenance, score));
    }

    private static List<Assignment> without(List<Assignment> list, String operationId) {
        return list.stream()
                .filter(assignment -> !assignment.operationId().equals(operationId))
                .toList();
    }

    private static List<Assignment> with(List<Assignment> list, Assignment added) {
        var longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }

    private static List<Assignment> replaced(List<Assignment> list, Assignment changed) {
        return with(without(list, changed.operationId()), changed);
    }
}
