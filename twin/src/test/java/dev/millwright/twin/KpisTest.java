package dev.millwright.twin;

import static dev.millwright.plant.PackMlState.ABORTED;
import static dev.millwright.plant.PackMlState.EXECUTE;
import static dev.millwright.plant.PackMlState.HELD;
import static dev.millwright.plant.PackMlState.IDLE;
import static dev.millwright.plant.PackMlState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** ISO 22400 by hand: the numbers in these tests were worked out on paper. */
@NullUnmarked // what a test looks up has to be there
class KpisTest {

    private static final EquipmentId PRESS = PlantFixtures.PRESS_1;
    private static final EquipmentId SLOW_PRESS = PlantFixtures.PRESS_2;
    private static final EquipmentId LINE = EquipmentId.of("hall/area/line-1");

    /**
     * The shift 06:00 to 18:00 has 720 min and a break of 30 min in its middle, 11:45 to 12:15. The press: idle 60 min,
     * set up 30, runs until minute 240, held for 15, runs on until 330, breaks down until
     * 345 (the break begins), idle until 600, maintained for 60 min as planned, idle until the end.
     */
    private static List<Draft> shift(EquipmentId machine) {
        return List.of(
                Lab.draft(0, machine, PlantFixtures.orderAdded(machine.name() + "-O", 5)),
                Lab.state(0, machine, IDLE),
                Lab.draft(60, machine, new Fact.OperationStarted(lot(machine), lot(machine) + ":10")),
                Lab.draft(60, machine, new Fact.MachineModeChanged(MachineMode.SETUP)),
                Lab.state(60, machine, EXECUTE),
                Lab.draft(90, machine, new Fact.MachineModeChanged(MachineMode.PRODUCTION)),
                Lab.draft(200, machine, new Fact.PartsCounted(lot(machine), lot(machine) + ":10", 2, 0, 0)),
                Lab.state(240, machine, HELD),
                Lab.state(255, machine, EXECUTE),
                Lab.state(330, machine, ABORTED),
                Lab.draft(345, machine, new Fact.OperationCompleted(lot(machine), lot(machine) + ":10", 3, 1, 1)),
                Lab.state(345, machine, IDLE),
                Lab.draft(600, machine, new Fact.MaintenanceStarted("w1")),
                Lab.draft(600, machine, new Fact.MachineModeChanged(MachineMode.MAINTENANCE)),
                Lab.draft(660, machine, new Fact.MaintenanceFinished("w1")),
                Lab.draft(660, machine, new Fact.MachineModeChanged(MachineMode.PRODUCTION)));
    }

    private static String lot(EquipmentId machine) {
        return machine.name() + "-O.1";
    }

    private static Kpis ofShift(TwinState state, EquipmentId path) {
        return Kpis.of(state, path, state.index().calendar().at(Lab.at(100)), Lab.at(720));
    }

    @Test
    void aShiftWorkedOutByHand() {
        var kpis = ofShift(Lab.fold(shift(PRESS)), PRESS);

        var time = kpis.time();
        assertThat(minutes(time.production())).isEqualTo(225); // 90-240 and 255-330
        assertThat(minutes(time.setup())).isEqualTo(30);
        assertThat(minutes(time.delay())).isEqualTo(30); // held 15, broken 15
        assertThat(minutes(time.down())).isEqualTo(60 + 600 - 375 + 60); // before, after the break, after maintenance
        assertThat(minutes(time.plannedStop())).isEqualTo(30);
        assertThat(minutes(time.preventive())).isEqualTo(60);
        assertThat(minutes(time.corrective())).isEqualTo(15);
        assertThat(minutes(time.elapsed())).isEqualTo(720);
        assertThat(time.failures()).isEqualTo(1);
        assertThat(minutes(time.plannedBusy())).isEqualTo(630); // 720 - 30 - 60

        assertThat(kpis.availability()).isEqualTo(225.0 / 630, within(1e-12));
        assertThat(kpis.effectiveness()).isEqualTo(5 * 10.0 / (225 * 60), within(1e-12));
        assertThat(kpis.qualityRatio()).isEqualTo(0.6);
        assertThat(kpis.oee()).isEqualTo(3 * 10.0 / (630 * 60), within(1e-12)); // PRU x GQ / PBT
        assertThat(kpis.nee()).isEqualTo(255.0 / 630 * 50 / 13_500 * 0.6, within(1e-12));
        assertThat(kpis.firstPassYield()).isEqualTo(0.6);
        assertThat(kpis.scrapRatio()).isEqualTo(0.2);
        assertThat(kpis.reworkRatio()).isEqualTo(0.2);
        assertThat(kpis.allocationEfficiency()).isEqualTo(285.0 / 630, within(1e-12));
        assertThat(kpis.utilisationEfficiency()).isEqualTo(225.0 / 285, within(1e-12));
        assertThat(kpis.technicalEfficiency()).isEqualTo(225.0 / 255, within(1e-12));
        assertThat(kpis.setupRate()).isEqualTo(30.0 / 255, within(1e-12));
        assertThat(kpis.correctiveMaintenanceRatio()).isEqualTo(15.0 / 75, within(1e-12));
        assertThat(kpis.mttrHours()).isEqualTo(0.25);
        assertThat(kpis.mttfHours()).isEqualTo(615.0 / 60, within(1e-12));
        assertThat(kpis.mtbfHours()).isEqualTo(10.5, within(1e-12));
        assertThat(kpis.throughputPerHour()).isEqualTo(5 / (285.0 / 60), within(1e-12));
    }

    @Test
    void theKpisOfALineAreNoMeanOfItsMachines() {
        var drafts = new ArrayList<>(shift(PRESS));
        drafts.add(Lab.draft(0, SLOW_PRESS, PlantFixtures.orderAdded("quick", 5)));
        drafts.add(Lab.draft(0, SLOW_PRESS, new Fact.OperationStarted("quick.1", "quick.1:10")));
        drafts.add(Lab.state(710, SLOW_PRESS, EXECUTE));
        drafts.add(Lab.draft(719, SLOW_PRESS, new Fact.OperationCompleted("quick.1", "quick.1:10", 5, 0, 0)));
        var state = Lab.fold(drafts);
        var first = ofShift(state, PRESS);
        var second = ofShift(state, SLOW_PRESS);
        var line = ofShift(state, LINE);

        assertThat(line.machines()).isEqualTo(3);
        assertThat(line.time())
                .isEqualTo(first.time()
                        .plus(second.time())
                        .plus(ofShift(state, PlantFixtures.DRILL).time()));
        // The slow press has twice the planned run time: 5 x 10 s and 5 x 20 s; 8 of 10 parts are good.
        assertThat(line.oee()).isEqualTo((50 + 100) / (640 * 60.0) * 8 / 10, within(1e-12));
        assertThat(line.oee()).isNotCloseTo((first.oee() + second.oee()) / 2, within(1e-3));
    }

    @Test
    void whatHasNoDivisorIsUndefined() {
        var kpis = ofShift(Lab.fold(), PRESS);

        assertThat(kpis.all().values()).containsOnlyNulls();
        assertThat(minutes(kpis.time().unknown())).isEqualTo(720);
    }

    @Test
    void anEffectivenessAboveOneIsShown() {
        var state = Lab.fold(
                Lab.draft(0, PRESS, PlantFixtures.orderAdded("O-1", 5)),
                Lab.draft(0, PRESS, new Fact.OperationStarted("O-1.1", "O-1.1:10")),
                Lab.state(0, PRESS, EXECUTE),
                Lab.draft(0.5, PRESS, new Fact.OperationCompleted("O-1.1", "O-1.1:10", 5, 0, 0)),
                Lab.state(0.5, PRESS, IDLE));

        assertThat(ofShift(state, PRESS).effectiveness()).isEqualTo(50.0 / 30, within(1e-12));
    }

    @Test
    void partsOfUnknownRunTimeLeaveEffectivenessUndefined() {
        var state = Lab.fold(
                Lab.draft(0, PRESS, new Fact.OperationStarted("X.1", "X.1:10")),
                Lab.state(0, PRESS, EXECUTE),
                Lab.draft(5, PRESS, new Fact.PartsCounted("X.1", "X.1:10", 4, 0, 0)));

        var kpis = ofShift(state, PRESS);
        assertThat(kpis.quantities().good()).isEqualTo(4);
        assertThat(kpis.effectiveness()).isNull();
        assertThat(kpis.oee()).isNull();
        assertThat(kpis.qualityRatio()).isEqualTo(1);
    }

    @Test
    void workOutsideOfPlannedTimeCountsAsOvertimeAndStandingDoesNotCount() {
        var state = Lab.fold(Lab.state(-60, PRESS, EXECUTE), Lab.state(-20, PRESS, STOPPED));

        var kpis = Kpis.of(state, PRESS, Lab.at(-90), Lab.at(60), Lab.at(60));
        assertThat(minutes(kpis.time().production())).isEqualTo(40);
        assertThat(minutes(kpis.time().overtime())).isEqualTo(40);
        assertThat(minutes(kpis.time().unscheduled())).isEqualTo(20);
        assertThat(minutes(kpis.time().unknown())).isEqualTo(30);
        assertThat(minutes(kpis.time().down())).isEqualTo(60);
        assertThat(kpis.availability()).isEqualTo(0.4);
    }

    @Test
    void everyNumberNamesTheEventsBehindIt() {
        var kpis = ofShift(Lab.fold(shift(PRESS)), PRESS);

        var events = new ArrayList<String>();
        long offset = 1;
        for (var draft : shift(PRESS)) {
            var event = dev.millwright.plant.event.Event.of(offset++, Lab.MORNING, draft);
            if (kpis.evidence("qualityRatio").matches(event)) {
                events.add(event.type());
            }
        }
        assertThat(events).containsExactly("parts-counted", "operation-completed");
        for (String name : kpis.all().keySet()) {
            assertThat(dev.millwright.plant.event.EventJson.types())
                    .containsAll(kpis.evidence(name).types());
        }
        assertThatThrownBy(() -> kpis.evidence("luck")).hasMessageContaining("no KPI 'luck'");
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> Kpis.of(Lab.fold(), PRESS, Lab.at(10), Lab.at(5), Lab.at(20)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timeAlwaysAddsUpAndSettlingChangesNoShift() {
        for (long seed = 1; seed <= 5; seed++) {
            var random = new java.util.Random(seed);
            var drafts = new ArrayList<Draft>();
            for (int i = 0; i < 4000; i++) {
                double minute = i - (random.nextInt(8) == 0 ? random.nextInt(60) : 0);
                drafts.add(
                        random.nextInt(4) == 0
                                ? Lab.draft(
                                        minute,
                                        PRESS,
                                        new Fact.MachineModeChanged(MachineMode.ofCode(1 + random.nextInt(4))))
                                : Lab.state(minute, PRESS, PackMlState.ofCode(1 + random.nextInt(17))));
            }
            var state = Lab.fold(drafts);
            var timeline = state.machines().get(PRESS).timeline();
            assertThat(timeline.settledUntil()).as("seed " + seed).isNotNull();
            assertThat(timeline.states().size() + timeline.modes().size()).isLessThan(3400);
            var span = Kpis.of(state, PRESS, Lab.at(-600), Lab.at(4100), Lab.at(4100));
            assertThat(minutes(span.time().elapsed())).as("seed " + seed).isEqualTo(4700);

            var calendar = state.index().calendar();
            var whole = Timeline.EMPTY;
            for (var draft : drafts) {
                whole = draft.fact() instanceof Fact.MachineStateChanged change
                        ? whole.withStates(whole.states().put(draft.time(), new Reported(change.state(), null)))
                        : whole.withModes(
                                whole.modes().put(draft.time(), ((Fact.MachineModeChanged) draft.fact()).mode()));
            }
            for (var shift : calendar.between(Lab.at(30), Lab.at(4000))) {
                var expected = Accounts.time(whole, calendar, shift.from(), shift.to());
                var actual = Kpis.of(state, PRESS, shift, shift.to());
                assertThat(actual.time()).as("seed %d, %s", seed, shift).isEqualTo(expected);
                assertThat(actual.complete()).isTrue();
            }
        }
    }

    private static long minutes(long millis) {
        assertThat(millis % 60_000).isZero();
        return millis / 60_000;
    }
}
