package dev.millwright.scheduling.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Links, calendars and resources that cannot be are refused with the value and a cure. */
class RicherProblemTest {
    private static final Machine PRESS = Machine.of("press");
    private static final Operation CUT = Operation.of("cut", new Mode("press", 5));
    private static final Operation BEND = Operation.of("bend", new Mode("press", 5));
    private static final Operation WELD = Operation.of("weld", new Mode("press", 5));

    @Test
    void durationsFollowFromWorkAndQuantity() {
        assertThat(Mode.ofWork("press", 100, 1.5).duration()).isEqualTo(67);
        assertThat(Mode.ofQuantity("press", 40, 2.5).duration()).isEqualTo(100);
        refuses(() -> Mode.ofWork("press", 100, 0), "speed factor on press is 0.0", "Use 1");
        refuses(() -> Mode.ofQuantity("press", 0, 2), "quantity on press is 0", "one piece or more");
    }

    @Test
    void aJobIsAChainUnlessItSaysOtherwise() {
        assertThat(Job.of("A", CUT, BEND, WELD).precedences())
                .containsExactly(Precedence.of("cut", "bend"), Precedence.of("bend", "weld"));
        assertThat(Job.of("A", CUT, BEND).linked(Link.NO_WAIT).precedences())
                .containsExactly(Precedence.noWait("cut", "bend"));
        assertThat(Job.of("A", CUT, BEND, WELD)
                        .precedences(Precedence.of("cut", "weld"), Precedence.of("bend", "weld"))
                        .due(7)
                        .precedences())
                .hasSize(2);
    }

    @Test
    void precedencesInACircleAreNamed() {
        refuses(
                () -> Problem.of(
                        List.of(PRESS),
                        List.of(Job.of("A", CUT, BEND, WELD)
                                .precedences(
                                        Precedence.of("cut", "bend"),
                                        Precedence.of("bend", "weld"),
                                        Precedence.of("weld", "bend")))),
                "circle: bend -> weld -> bend",
                "Leave one of them out");
        refuses(
                () -> Problem.of(List.of(PRESS), List.of(Job.of("A", CUT, BEND), Job.of("B", WELD)))
                        .precedences(Precedence.of("bend", "weld"), Precedence.of("weld", "cut")),
                "circle",
                "Leave one of them out");
    }

    @Test
    void aBranchThatJoinsTwiceIsNoCircle() {
        var diamond = Job.of("A", CUT, BEND, WELD)
                .precedences(Precedence.of("cut", "bend"), Precedence.of("cut", "weld"), Precedence.of("bend", "weld"));
        assertThat(Problem.of(List.of(PRESS), List.of(diamond)).openOperations())
                .isEqualTo(3);
    }

    @Test
    void precedencesNameWhatThereIsInTheOrderOfTheFloor() {
        refuses(() -> Precedence.of("cut", "cut"), "cut is to come after itself", "two operations");
        refuses(() -> Precedence.of("cut", "bend").lag(-1), "negative: -1", "zero or more");
        refuses(
                () -> Job.of("A", CUT).precedences(Precedence.of("cut", "weld")),
                "cut -> weld",
                "across jobs into the problem");
        var problem = Problem.of(List.of(PRESS), List.of(Job.of("A", CUT), Job.of("B", BEND)));
        refuses(() -> problem.precedences(Precedence.of("cut", "saw")), "unknown operation 'saw'", "Correct the id");
        var begun = BEND.progress(new Progress.Running("press", 0, 1));
        refuses(
                () -> problem.jobs(List.of(Job.of("A", CUT), Job.of("B", begun)))
                        .precedences(Precedence.of("cut", "bend")),
                "bend has begun before cut was done",
                "Report the earlier");
    }

    @Test
    void anOperationLongerThanEveryWorkingWindowIsToldAtOnce() {
        var shifts = new ShiftPattern(0, 100, List.of(new Window(20, 60)));
        var machine = PRESS.breaks(shifts.breaks(0, 300));
        var tooLong = Operation.of("bake", new Mode("press", 41));
        refuses(
                () -> Problem.of(List.of(machine), List.of(Job.of("A", tooLong))),
                "bake fits in no working window: 41 s on press, whose longest working window is 40 s",
                "stretch over breaks");
        assertThat(Problem.of(List.of(machine), List.of(Job.of("A", tooLong.stretching())))
                        .openOperations())
                .isEqualTo(1);
        var elsewhere = Operation.of("bake", new Mode("press", 41), new Mode("saw", 90));
        assertThat(Problem.of(List.of(machine, Machine.of("saw")), List.of(Job.of("A", elsewhere)))
                        .openOperations())
                .isEqualTo(1);
    }

    @Test
    void twoCalendarsWhoseShiftsDoNotMeetAreToldAtOnce() {
        var machine = PRESS.breaks(new ShiftPattern(0, 100, List.of(new Window(0, 50))).breaks(0, 300));
        var nightCrew = Resource.of("crew", 1).away(new Window(0, 49), new Window(100, 149), new Window(200, 249));
        var alone = Problem.of(List.of(machine), List.of(Job.of("A", CUT))).resources(nightCrew);
        var shared = Job.of("A", Operation.of("cut", new Mode("press", 5).needing("crew")));
        refuses(() -> alone.jobs(List.of(shared)), "cut fits in no working window", "lengthen a shift");
    }

    @Test
    void resourcesAreKnownAndEnough() {
        var problem = Problem.of(List.of(PRESS), List.of()).resources(Resource.of("welder", 2));
        var unknown = Operation.of("weld", new Mode("press", 5).needing("painter"));
        refuses(() -> problem.jobs(List.of(Job.of("A", unknown))), "unknown resource 'painter'", "[welder]");
        var tooMany = Operation.of("weld", new Mode("press", 5).needing("welder", 3));
        refuses(
                () -> problem.jobs(List.of(Job.of("A", tooMany))),
                "needs 3 of welder, of which there are only 2",
                "raise the capacity");
        refuses(() -> Resource.of("welder", 0), "capacity 0", "one or more");
        refuses(() -> problem.resources(Resource.of("a", 1), Resource.of("a", 2)), "a appears twice", "unique");
        refuses(() -> new Mode("press", 5).needing("a").needing("a"), "names a resource twice", "Sum");
        refuses(() -> new Mode("press", 5).needing("a", 0), "need of a is 0", "leave the need out");
        refuses(() -> new Mode("press", 5).costing(-1), "costs -1", "zero or more");
    }

    @Test
    void pricesWaysAndPowerArePossible() {
        refuses(() -> new Tariff.Rate(0, -1), "price from 0 is -1", "zero or more");
        refuses(
                () -> new Tariff(List.of(new Tariff.Rate(0, 1), new Tariff.Rate(0, 2))),
                "Two energy prices begin at 0",
                "one rate");
        refuses(() -> new TransportTimes(Map.of("a", Map.of("b", -1L))), "takes -1 s", "zero or more");
        refuses(
                () -> Problem.of(List.of(PRESS), List.of())
                        .transport(new TransportTimes(Map.of("press", Map.of("saw", 1L)))),
                "transport matrix names the unknown machine 'saw'",
                "[press]");
        refuses(() -> PRESS.drawing(-1), "press draws -1", "zero or more");
        refuses(
                () -> Problem.of(List.of(Machine.subcontractor("smith")), List.of())
                        .maintenance(new MaintenanceTask("W", "smith", 1, 0, 1, 0)),
                "W is on the subcontractor smith",
                "breaks instead");
    }

    @Test
    void shiftsLeaveTheBreaksBetweenThem() {
        var day = new ShiftPattern(1_000, 100, List.of(new Window(10, 40), new Window(50, 90)));
        assertThat(day.breaks(1_000, 1_200))
                .containsExactly(
                        new Window(1_000, 1_010),
                        new Window(1_040, 1_050),
                        new Window(1_090, 1_110),
                        new Window(1_140, 1_150),
                        new Window(1_190, 1_200));
        assertThat(day.breaks(1_000, 1_100, new Window(1_000, 1_100))).containsExactly(new Window(1_000, 1_100));
        refuses(() -> new ShiftPattern(0, 0, List.of(new Window(0, 1))), "every 0 s", "86400");
        refuses(() -> new ShiftPattern(0, 10, List.of()), "no working window", "one or more");
        refuses(() -> new ShiftPattern(0, 10, List.of(new Window(5, 11))), "within their period of 10", "in two");
    }

    @Test
    void workingTimeSkipsBreaks() {
        var time = new WorkingTime(List.of(new Window(10, 20), new Window(30, 40)));
        assertThat(time.next(9)).isEqualTo(9);
        assertThat(time.next(10)).isEqualTo(20);
        assertThat(time.end(5, 5)).isEqualTo(10);
        assertThat(time.end(5, 6)).isEqualTo(21);
        assertThat(time.end(5, 16)).isEqualTo(41);
        assertThat(time.room(5, 6)).isEqualTo(20);
        assertThat(time.room(5, 11)).isEqualTo(40);
        assertThat(time.room(12, 0)).isEqualTo(20);
        assertThat(time.always()).isFalse();
    }

    @Test
    void energyIsPricedByTheTimeOfDay() {
        var tariff = new Tariff(List.of(new Tariff.Rate(100, 3), new Tariff.Rate(0, 1)));
        assertThat(tariff.price(-10, 5)).isEqualTo(5);
        assertThat(tariff.price(90, 110)).isEqualTo(10 + 30);
        assertThat(Tariff.free().price(0, 100)).isZero();
    }

    private static void refuses(ThrowingCallable nonsense, String value, String cure) {
        assertThatThrownBy(nonsense)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(cure);
    }
}
