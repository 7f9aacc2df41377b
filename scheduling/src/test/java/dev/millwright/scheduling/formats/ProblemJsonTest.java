package dev.millwright.scheduling.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.scheduling.RandomProblems;
import dev.millwright.scheduling.RichProblems;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Link;
import dev.millwright.scheduling.problem.Machine;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Pin;
import dev.millwright.scheduling.problem.Problem;
import dev.millwright.scheduling.problem.Window;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.Measure;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {
    private static final List<Measure> MEASURES = List.of(Measure.values());
    private static final String SMALL = """
            {
              "jobs": [
                {"id": "A", "due": "1 h", "operations": [
                  {"machine": "saw", "duration": "10 min"},
                  {"machine": "press", "quantity": 40, "secondsPerPiece": 2.5}]},
                {"id": "B", "operations": [{"modes": [
                  {"machine": "press", "work": 100, "speed": 3},
                  {"machine": "saw", "duration": 90, "cost": 5}]}]}
              ]
            }
            """;

    /** Nothing a problem can say may be lost on its way through a file. */
    @Test
    void everyProblemComesBackAsItWasWritten() {
        for (long seed = 0; seed < 100; seed++) {
            int size = 3 + (int) (seed % 8);
            for (var problem : List.of(RandomProblems.of(seed, size, 4), RichProblems.of(seed, size, 4))) {
                var adopted = new Dispatcher(PlanRequest.of(problem)).byRule(DispatchRule.MWKR);
                var objective = new Objective(3, 2, 0, 1).then(MEASURES.get((int) (seed % MEASURES.size())));
                var bare = new PlanRequest(problem, objective, null);
                var scored =
                        bare.schedule(adopted.origin(), waiting(bare, adopted.assignments()), adopted.maintenance());
                var request = new PlanRequest(problem, objective, seed % 3 == 0 ? null : scored);
                var read = ProblemJson.read(ProblemJson.write(request));
                assertThat(read.request()).as("seed " + seed).isEqualTo(request);
                assertThat(read.epoch()).isEqualTo(Epoch.UNKNOWN);
            }
        }
    }

    private static List<Assignment> waiting(PlanRequest request, List<Assignment> all) {
        var floor = request.floor();
        return all.stream().filter(each -> !floor.contains(each)).toList();
    }

    /** With instants, second 0 becomes now; written once more the text is the same. */
    @Test
    void instantsMeanTheSameMomentsWhereverSecondsBegin() {
        var epoch = Epoch.of(Instant.parse("2026-11-25T06:00:00Z"));
        for (long seed = 0; seed < 40; seed++) {
            var problem = RichProblems.of(seed, 6, 4);
            var text = ProblemJson.write(PlanRequest.of(problem), epoch);
            var read = ProblemJson.read(text);
            assertThat(read.request().problem().now()).isZero();
            assertThat(read.epoch().instant(0)).isEqualTo(epoch.instant(problem.now()));
            assertThat(ProblemJson.write(read.request(), read.epoch()))
                    .as("seed " + seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void aSmallProblemIsTenLines() {
        var read = ProblemJson.read("small.json", SMALL);
        var expected = Problem.of(
                List.of(Machine.of("saw"), Machine.of("press")),
                List.of(
                        Job.of(
                                        "A",
                                        Operation.of("A-1", new Mode("saw", 600)),
                                        Operation.of("A-2", new Mode("press", 100)))
                                .due(3600),
                        Job.of("B", Operation.of("B-1", new Mode("press", 34), new Mode("saw", 90).costing(5)))));
        assertThat(read.request()).isEqualTo(PlanRequest.of(expected));
        assertThat(read.name()).isEqualTo("small.json");
    }

    @Test
    void shiftsHolidaysAndInstantsAreUnderstood() {
        var read = ProblemJson.read("""
                {"now": "2026-11-25T08:30:00+01:00", "name": "Monday",
                 "calendars": {"day": {"open": [["08:00", "12:00"], ["13:00", "17:00"]], "until": "2 d",
                                       "closed": [["2026-11-26T00:00:00+01:00", "2026-11-27T00:00:00+01:00"]]}},
                 "machines": [{"id": "saw", "calendar": "day", "down": [[0, 60]], "setUpFor": "oak"}],
                 "objective": "late-jobs > makespan*2",
                 "jobs": [{"id": "A", "release": "2026-11-25T07:45:00Z", "link": "no-wait", "operations": [
                   {"machine": "saw", "duration": 60, "family": "oak", "stretches": true,
                    "pin": {"machine": "saw", "start": "1 h"}},
                   {"machine": "saw", "duration": 60}]}]}
                """);
        var problem = read.request().problem();
        var saw = problem.machines().getFirst();
        assertThat(read.name()).isEqualTo("Monday");
        assertThat(saw.setupState()).isEqualTo("oak");
        assertThat(saw.down()).containsExactly(new Window(0, 60));
        assertThat(saw.breaks())
                .as("closed before 8, at noon, and from 17:00 over the holiday")
                .startsWith(
                        new Window(-30_600, -1_800),
                        new Window(12_600, 16_200),
                        new Window(30_600, 30_600 + 15 * 3600 + 86_400));
        var job = problem.jobs().getFirst();
        assertThat(job.releaseDate()).as("08:45 in the shop").isEqualTo(900);
        assertThat(job.precedences().getFirst().link()).isEqualTo(Link.NO_WAIT);
        assertThat(job.operations().getFirst().pin()).isEqualTo(new Pin("saw", 3600L));
        assertThat(read.request().objective())
                .isEqualTo(Objective.of(Measure.LATE_JOBS)
                        .then(new Objective(List.of(new Objective.Level(Map.of(Measure.MAKESPAN, 2L))))));
    }

    /** Line and column are where an editor's cursor has to go. */
    @Test
    void everyMistakeIsToldWithItsPlaceWhatWasFoundAndWhatWasExpected() {
        refused(SMALL.replace("\"10 min\"", "\"ten\""))
                .withMessage(
                        "small.json, line 4, column 38, jobs[0].operations[0].duration: found 'ten', expected seconds"
                                + " as a number, or a text such as \"90 s\", \"15 min\", \"2 h\", \"1 d\"\nWrite a number and s,"
                                + " min, h, d or w.");
        refused(SMALL.replace("\"due\"", "\"deu\""))
                .withMessage("small.json, line 3, column 17, jobs[0].deu: found the unknown field 'deu'\n"
                        + "Did you mean 'due'?");
        refused(SMALL.replace("\"machine\": \"saw\", \"duration\": 90", "\"machin\": \"saw\", \"duration\": 90"))
                .withMessageStartingWith(
                        "small.json, line 8, column 8, jobs[1].operations[0].modes[1].machin: found the")
                .withMessageEndingWith("Did you mean 'machine'?");
        refused(SMALL.replace("40", "40.5"))
                .withMessageContaining("operations[1].quantity: found 40.5, expected a whole number\n");
        refused(SMALL.replace("40", "0")).withMessageContaining("operations[1].quantity: The quantity on press is 0\n");
        refused(SMALL.replace("\"work\": 100, ", "\"work\": 100, \"work\": 90, "))
                .withMessageContaining(
                        "line 7, column 41, jobs[1].operations[0].modes[0].work: the field is given twice");
        refused(SMALL.replace("100, \"speed\"", "100 \"speed\""))
                .withMessageStartingWith("small.json, line 7, column ")
                .withMessageContaining("this is not JSON");
        refused(SMALL.replace("\"id\": \"B\"", "\"id\": \"A\""))
                .withMessageStartingWith("small.json, line 3, column 5, jobs[0]: Job A appears twice\n");
        refused("").withMessageContaining("the text is empty");
        refused(SMALL + "{}").withMessageContaining("line 11, column 1: the text goes on after its end");
        refused("[]").withMessageContaining("line 1, column 1: found a list [...], expected a problem");
        refused("{}").withMessageContaining("the field 'jobs' is missing, expected a list of jobs");
        refused("{\"jobs\": {}}").withMessageContaining("jobs: found a set of fields {...}, expected a list");
        refused("{\"jobs\": [{\"id\": 7}]}").withMessageContaining("jobs[0].id: found 7, expected a text");
    }

    @Test
    void namesThatNobodyKnowsAreToldWithTheNearestThatIs() {
        refused("{\"machines\": [\"press\"], \"jobs\": [{\"id\": \"A\", \"operations\": [{\"machine\": \"pres\","
                        + " \"duration\": 1}]}]}")
                .withMessageContaining("operations[0].machine: found 'pres', expected a machine that is known\n"
                        + "Did you mean 'press'?");
        var rest = ", \"jobs\": [{\"id\": \"A\", \"operations\": [{\"machine\": \"press\", \"duration\": 1}]}]}";
        refused("{\"objective\": \"makspan\"" + rest)
                .withMessageContaining("objective: found 'makspan', expected a measure\nDid you mean 'makespan'?");
        refused("{\"objective\": [{\"makspan\": 1}]" + rest)
                .withMessageContaining("objective[0].makspan: found 'makspan', expected a measure");
        refused("{\"transport\": {\"press\": {\"moon\": 1}}" + rest)
                .withMessageContaining("transport.press.moon: found the unknown machine 'moon'\nKnown: press.");
        refused("{\"machines\": [{\"id\": \"press\", \"calendar\": \"night\"}]" + rest)
                .withMessageContaining("machines[0].calendar: found 'night', expected a calendar that is known");
        refused("{\"machines\": [{\"id\": \"press\", \"down\": [[5, 5]]}]" + rest)
                .withMessageContaining("machines[0].down[0]: Window [5, 5) is empty");
        refused("{\"machines\": [{\"id\": \"press\", \"down\": [[5]]}]" + rest)
                .withMessageContaining("found 1 times, expected a window [from, to]");
        refused("{\"machines\": [{\"id\": \"press\", \"availableFrom\": \"2026-11-25T06:00:00Z\"}]" + rest)
                .withMessageContaining("availableFrom: found '2026-11-25T06:00:00Z', expected a time in seconds\n"
                        + "Declare 'now' as an instant");
        refused("{\"maintenance\": [{\"id\": \"W\", \"machine\": \"press\", \"duration\": 9, \"latest\": 5}]" + rest)
                .withMessageContaining("maintenance[0]: Maintenance W needs 9 s");
        refused("{\"setups\": {\"everywhere\": {\"a\": {\"b\": -1}}}" + rest)
                .withMessageContaining("setups.everywhere.a.b: found -1, expected zero or more");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(String text) {
        return assertThatIllegalArgumentException().isThrownBy(() -> ProblemJson.read("small.json", text));
    }

    @Test
    void objectivesOnALineComeBackAsTheyWereSaid() {
        for (var text : Stream.of(
                        "makespan", "makespan+tardiness*2", "late-jobs>makespan", "cost*7>flow-time+setup-time")
                .toList()) {
            assertThat(ObjectiveText.of(ObjectiveText.parse(text))).isEqualTo(text);
        }
        assertThat(ObjectiveText.parse("2 * tardiness + tardiness").weight(Measure.TARDINESS))
                .isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectiveText.parse("makespan>"))
                .withMessageContaining("expected a measure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectiveText.parse("makespan*x"))
                .withMessageContaining("found the weight 'x'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectiveText.parse("2*makespan*3"))
                .withMessageContaining("expected a measure, such as makespan");
    }
}
