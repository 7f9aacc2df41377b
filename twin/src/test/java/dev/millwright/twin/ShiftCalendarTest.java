package dev.millwright.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.Plant;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShiftCalendarTest {

    /** A Monday. */
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final Shift EARLY = shift("early", 6, 14, 30, EnumSet.allOf(DayOfWeek.class));
    private static final Shift LATE = shift("late", 14, 22, 30, EnumSet.allOf(DayOfWeek.class));

    @Test
    void aPlantThatClosesAtNightPausesForItsBreaksToo() {
        var calendar = calendar(EARLY, LATE);
        assertThat(calendar.pauses(NOON.plusSeconds(-7200), NOON.plusSeconds(20 * 3600)))
                .containsExactly(
                        pause("2026-11-23T09:45:00Z", "2026-11-23T10:15:00Z", true),
                        pause("2026-11-23T17:45:00Z", "2026-11-23T18:15:00Z", true),
                        pause("2026-11-23T22:00:00Z", "2026-11-24T06:00:00Z", false),
                        pause("2026-11-24T09:45:00Z", "2026-11-24T10:15:00Z", true));
        assertThat(calendar.worked(NOON)).isTrue();
        assertThat(calendar.worked(Instant.parse("2026-11-23T18:00:00Z"))).isFalse();
        assertThat(calendar.worked(Instant.parse("2026-11-23T22:00:00Z"))).isFalse();
        assertThat(calendar.worked(Instant.parse("2026-11-24T06:00:00Z"))).isTrue();
    }

    /** Crews that relieve one another let no machine stand still: nothing is lost at breaks or between shifts. */
    @Test
    void aPlantThatWorksAroundTheClockNeverPauses() {
        var night = shift("night", 22, 6, 30, EnumSet.allOf(DayOfWeek.class));
        assertThat(calendar(EARLY, LATE, night).pauses(NOON, NOON.plusSeconds(7 * 86_400)))
                .isEmpty();
        var weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(calendar(EARLY, LATE, shift("night", 22, 6, 30, weekdays)).worked(NOON.plusSeconds(6 * 86_400)))
                .isTrue();
        assertThat(calendar(EARLY, LATE, shift("night", 22, 6, 30, weekdays))
                        .worked(Instant.parse("2026-11-28T23:00:00Z")))
                .as("a night of Saturday to Sunday")
                .isFalse();
    }

    @Test
    void aPlantWithoutShiftsIsNeverClosed() {
        assertThat(calendar().worked(NOON)).isTrue();
        assertThat(calendar().pauses(NOON, NOON.plusSeconds(7 * 86_400))).isEmpty();
    }

    /** Else its floor would stand still for ever. */
    @Test
    void shiftsThatNeverComeCloseNothing() {
        var never = calendar(shift("never", 6, 14, 0, Set.of()));
        assertThat(never.worked(NOON)).isTrue();
        assertThat(never.pauses(NOON, NOON.plusSeconds(86_400))).isEmpty();
    }

    private static ShiftCalendar.Pause pause(String from, String to, boolean breakInShift) {
        return new ShiftCalendar.Pause(Instant.parse(from), Instant.parse(to), breakInShift);
    }

    private static Shift shift(String name, int from, int to, int breakMinutes, Set<DayOfWeek> days) {
        return new Shift(name, days, LocalTime.of(from, 0), LocalTime.of(to, 0), breakMinutes);
    }

    private static ShiftCalendar calendar(Shift... shifts) {
        var cell = PlantFixtures.cell();
        return new ShiftCalendar(new Plant(
                cell.name(),
                cell.title(),
                cell.zone(),
                cell.lines(),
                cell.machines(),
                cell.buffers(),
                cell.products(),
                cell.setupTimes(),
                List.of(shifts),
                cell.cameras(),
                cell.orderBook()));
    }
}
