package dev.millwright.scheduling.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.scheduling.RichProblems;
import dev.millwright.scheduling.dispatching.DispatchRule;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Assignment;
import dev.millwright.scheduling.schedule.MaintenancePlacement;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.Score;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Schedules as others read them. */
class ScheduleFormatsTest {
    private static final Epoch MORNING = Epoch.of(Instant.parse("2026-11-25T06:00:00Z"));
    private static final Schedule PLAN = new Schedule(
            "SPT",
            List.of(
                    new Assignment("A", "A-1", "saw, old", 30, 60, 120),
                    new Assignment("B", "B \"1\"", "press", 0, 120, 180)),
            List.of(new MaintenancePlacement("oil", "press", 0, 60)),
            Score.NONE);

    @Test
    void everyScheduleComesBackAsItWasWritten() {
        for (long seed = 0; seed < 60; seed++) {
            var request = PlanRequest.of(RichProblems.of(seed, 8, 4));
            var schedule = new Dispatcher(request).byRule(DispatchRule.MWKR);
            for (var epoch : List.of(Epoch.UNKNOWN, MORNING)) {
                var text = ScheduleJson.write(schedule, epoch);
                assertThat(ScheduleJson.read("plan.json", text, request, epoch))
                        .as("seed " + seed)
                        .isEqualTo(schedule);
            }
        }
    }

    @Test
    void aTableQuotesWhatWouldBreakIt() {
        assertThat(ScheduleCsv.write(PLAN, Epoch.UNKNOWN)).isEqualTo("""
                kind,job,operation,machine,setup_seconds,start,end
                operation,A,A-1,"saw, old",30,60,120
                operation,B,"B ""1\""",press,0,120,180
                maintenance,,oil,press,0,0,60
                """.replace("\n", "\r\n"));
        assertThat(ScheduleCsv.write(PLAN, MORNING)).contains(",2026-11-25T06:01:00Z,2026-11-25T06:02:00Z\r\n");
    }

    /** RFC 5545: lines of at most 75 octets and CRLF (3.1), texts escaped (3.3.11), UTC times (3.3.5), UIDs (3.8.4.7). */
    @Test
    void aCalendarHoldsAnEventForEachOperation() {
        var problem = RichProblems.of(1, 4, 3);
        var name = "Werkstück-Plan für Halle 7, Nord; alle Maschinen und die Wärmebehandlung im Ölbad";
        var text = ScheduleCalendar.write(name, problem, PLAN, MORNING);
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
        var lines = text.replace("\r\n ", "").lines().toList();
        assertThat(lines).startsWith("BEGIN:VCALENDAR", "VERSION:2.0").endsWith("END:VCALENDAR");
        assertThat(lines)
                .contains("X-WR-CALNAME:Werkstück-Plan für Halle 7\\, Nord\\; alle Maschinen und die Wärmebehandlung im"
                        + " Ölbad")
                .contains("SUMMARY:A-1 on saw\\, old", "LOCATION:saw\\, old", "DESCRIPTION:Setup of 30 s right before.")
                .contains("DTSTART:20261125T060100Z", "DTEND:20261125T060200Z", "SUMMARY:Maintenance oil on press");
        assertThat(lines.stream().filter("BEGIN:VEVENT"::equals)).hasSize(3);
        assertThat(uids(text)).hasSize(3).doesNotHaveDuplicates();
        var moved =
                new Schedule("LPT", List.of(new Assignment("A", "A-1", "press", 0, 500, 560)), List.of(), Score.NONE);
        assertThat(uids(text))
                .as("who moves keeps its UID")
                .containsAll(uids(ScheduleCalendar.write(name, problem, moved, MORNING)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleCalendar.write(name, problem, PLAN, Epoch.UNKNOWN))
                .withMessageContaining("A calendar needs dates");
    }

    private static List<String> uids(String calendar) {
        return calendar.lines().filter(line -> line.startsWith("UID:")).collect(Collectors.toList());
    }
}
