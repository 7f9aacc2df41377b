package dev.millwright.maintenance;

import static dev.millwright.maintenance.Machines.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunningClockTest {

    private final RunningClock clock = new RunningClock(100 * HOUR, 24 * HOUR);

    /** What nobody knows the state of is aged by the calendar, as before. */
    @Test
    void goesWithTheCalendarUntilAStateIsKnown() {
        assertThat(clock.at(103 * HOUR)).isEqualTo(103 * HOUR);
        assertThat(clock.share(140 * HOUR)).isEqualTo(1);
    }

    @Test
    void standsWhileTheMachineDoes() {
        clock.runs(110 * HOUR, false);
        clock.runs(116 * HOUR, true);
        assertThat(clock.at(113 * HOUR)).isEqualTo(110 * HOUR);
        assertThat(clock.at(120 * HOUR)).isEqualTo(114 * HOUR);
        assertThat(clock.at(105 * HOUR)).as("a reading that came late").isEqualTo(105 * HOUR);
        assertThat(clock.at(90 * HOUR)).as("before its beginning").isEqualTo(100 * HOUR);
    }

    /** A machine used half the time lasts twice as long by the calendar. */
    @Test
    void turnsRunningHoursIntoCalendarHoursByRecentUse() {
        for (int h = 100; h < 160; h++) {
            clock.runs(h * HOUR, h % 2 == 0);
        }
        assertThat(clock.share(160 * HOUR)).isCloseTo(0.5, within(0.03));
        assertThat(clock.calendarSpan(160 * HOUR, 10 * HOUR)).isCloseTo(20 * HOUR, within(HOUR));
    }

    @Test
    void takesAMachineForUsedUntilItKnowsBetterAndNeverForIdleForEver() {
        clock.runs(100 * HOUR, false);
        assertThat(clock.share(102 * HOUR)).isEqualTo(1);
        assertThat(clock.share(200 * HOUR)).isEqualTo(0.1);
    }

    @Test
    void aReportThatComesLateNeverTurnsItBack() {
        clock.runs(110 * HOUR, false);
        clock.runs(109 * HOUR, true);
        assertThat(clock.at(111 * HOUR)).isEqualTo(111 * HOUR);
        for (int i = 0; i < 2000; i++) {
            clock.runs((112 + i / 1000.0) * HOUR, i % 2 == 0);
        }
        assertThat(clock.at(115 * HOUR)).isGreaterThan(111 * HOUR).isLessThan(115 * HOUR);
        assertThatThrownBy(() -> new RunningClock(0, 0)).hasMessageContaining("0.0 seconds");
    }
}
