package dev.millwright.maintenance.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.plant.AssetClass;
import dev.millwright.plant.Costs;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.LifeError;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Position;
import dev.millwright.plant.Reliability;
import dev.millwright.plant.Signal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A pump whose vibration is read every 60 s, under a model that sees a row a minute. */
class LifeWatchTest {
    private static final double ROW = 60;

    private final LifeWatch watch = new LifeWatch(pump(Map.of()), 0, true, LifeWatchTest::deaf);

    private static Machine pump(Map<String, String> names) {
        return new Machine(
                EquipmentId.of("hall/line/pump"),
                "Pump",
                "pump",
                Set.of(),
                1,
                List.of(
                        new Signal("load", "%", 50, 1, null, null, 0, ROW),
                        new Signal("vibration", "mm/s", 1, 0.1, null, null, 0, ROW)),
                new Reliability(100, 30, 2, 30),
                new Position(0, 0, 0),
                new AssetClass("pump", null, names),
                Costs.USUAL);
    }

    private static void deaf(LifeVersion version, double time, double[] row) {}

    private static LifeVersion version(String version, boolean active) {
        return new LifeVersion("pump-life", version, active, VibrationModel.of("vibration", "cycles"));
    }

    private void row(long number, double vibration) {
        row(number, vibration, 0);
    }

    private void row(long number, double vibration, double early) {
        double time = number * ROW - early;
        watch.observe("load", time, time, 50);
        watch.observe("vibration", time, time, vibration);
    }

    private LifeAnswer answer(double time) {
        return watch.answer(time, time, List.of());
    }

    private LifeAnswer.Said said(double time) {
        assertThat(answer(time)).isInstanceOf(LifeAnswer.Said.class);
        return (LifeAnswer.Said) answer(time);
    }

    /** The oracle is the model asked about the whole run at once. */
    @Test
    void asksTheModelOfTheSameRowsThatATableOfThemWouldGive() {
        watch.ask(List.of(version("1", true)));
        var random = new Random(7);
        var rows = new double[200][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {50, 1 + random.nextDouble() * 3};
            row(i, rows[i][1], (random.nextDouble() - 0.5) * 0.4 * ROW);
        }
        double end = rows.length * ROW;
        var said = said(end);
        assertThat(said.estimate()).isEqualTo(said.by().model().estimate(UnitRun.ofCycles("pump", rows)));
        assertThat(said.rows()).isEqualTo(rows.length);
        assertThat(said.age()).isEqualTo(rows.length);
        assertThat(said.hoursPerUnit()).isEqualTo(ROW / 3600);
        assertThat(said.late()).isZero();
    }

    @Test
    void tellsAgeByTheClockWhereLivesAreHours() {
        watch.ask(List.of(new LifeVersion("pump-life", "1", true, VibrationModel.of("vibration", "hours"))));
        for (int i = 0; i <= 120; i++) {
            row(i, 1);
        }
        var said = said(121 * ROW);
        assertThat(said.age()).isCloseTo(2, within(1e-9));
        assertThat(said.hoursPerUnit()).isEqualTo(1);
    }

    @Test
    void takesALateReadingIntoARowThatIsOpenAndCountsOneForARowThatIsClosed() {
        watch.ask(List.of(version("1", true)));
        row(0, 1);
        row(1, 1);
        watch.observe("vibration", ROW - 20, ROW - 20, 9); // still the open row: the mean is 5
        assertThat(said(2 * ROW).estimate().expected()).isEqualTo(10);
        row(2, 1);
        row(3, 1);
        watch.observe("vibration", ROW, ROW, 9); // row 1 is closed
        row(4, 1);
        var said = said(5 * ROW);
        assertThat(said.late()).isEqualTo(1);
        assertThat(said.estimate().expected()).isEqualTo(90);
    }

    @Test
    void aMachineAtRestSaysNothingOfItsWear() {
        watch.ask(List.of(version("1", true)));
        row(0, 4);
        for (int i = 1; i < 4; i++) {
            watch.observe("load", i * ROW, 0, 0);
            watch.observe("vibration", i * ROW, 0, 0.1);
        }
        assertThat(watch.answer(4 * ROW, 0, List.of())).isInstanceOf(LifeAnswer.Unknown.class);
        assertThat(watch.answer(4 * ROW, ROW, List.of()))
                .isInstanceOfSatisfying(
                        LifeAnswer.Said.class,
                        said -> assertThat(said.estimate().expected()).isEqualTo(10));
    }

    @Test
    void saysSinceWhenNothingIsKnownAndOfWhichSignal() {
        watch.ask(List.of(version("1", true)));
        assertThat(answer(0)).isInstanceOfSatisfying(LifeAnswer.Unknown.class, unknown -> assertThat(unknown.why())
                .isEqualTo("nothing is heard of load, vibration"));
        for (int i = 0; i < 10; i++) {
            row(i, 1);
        }
        for (int i = 10; i < 14; i++) {
            watch.observe("load", i * ROW, i * ROW, 50);
        }
        assertThat(answer(14 * ROW)).isInstanceOf(LifeAnswer.Said.class); // five periods are not over
        watch.observe("load", 15 * ROW, 15 * ROW, 50);
        assertThat(answer(15 * ROW))
                .isEqualTo(new LifeAnswer.Unknown(version("1", true), 9 * ROW, "nothing is heard of vibration"));
        row(16, 1);
        assertThat(answer(17 * ROW)).isInstanceOf(LifeAnswer.Said.class);
        assertThat(watch.answer(17 * ROW, 17 * ROW, List.of("load")))
                .as("the twin knows that the connection is lost")
                .isEqualTo(new LifeAnswer.Unknown(version("1", true), 16 * ROW, "nothing is heard of load"));
    }

    @Test
    void namesSignalsByThePlantFileAndSaysWhichOnesAreMissing() {
        var model = VibrationModel.of("shaking", "cycles");
        watch.ask(List.of(new LifeVersion("pump-life", "1", true, model)));
        row(0, 1);
        assertThat(answer(ROW)).isInstanceOfSatisfying(LifeAnswer.Unknown.class, unknown -> assertThat(unknown.why())
                .contains("no signal shaking", "plant file"));
        var mapped = new LifeWatch(pump(Map.of("shaking", "vibration")), 0, true, LifeWatchTest::deaf);
        mapped.ask(List.of(new LifeVersion("pump-life", "1", true, model)));
        mapped.observe("load", 0, 0, 50);
        mapped.observe("vibration", 0, 0, 5);
        assertThat(mapped.answer(ROW, ROW, List.of())).isInstanceOfSatisfying(LifeAnswer.Said.class, said -> assertThat(
                        said.estimate().expected())
                .isEqualTo(10));
        assertThat(mapped.drivers().getFirst()).satisfies(driver -> {
            assertThat(driver.signal()).isEqualTo("vibration");
            assertThat(driver.share()).isEqualTo(-40);
            assertThat(driver.value()).isEqualTo(5);
            assertThat(driver.baseline()).isEqualTo(1);
            assertThat(driver.words()).isEqualTo("vibration takes 40 cycles off: 5 mm/s, usual 1 mm/s");
        });
    }

    /** By hand: 40 rows at 90 with 49 to 10 left, then 10 at 10 with 9 to 0 left. */
    @Test
    void aFailureTellsEachVersionHowFarOffItWas() {
        watch.ask(List.of(version("1", true), version("2", false)));
        for (int i = 0; i < 50; i++) {
            row(i, i < 40 ? 1 : 4);
        }
        assertThat(watch.shadows(50 * ROW)).singleElement().satisfies(shadow -> {
            assertThat(shadow.version()).isEqualTo("2");
            assertThat(shadow.expected()).isEqualTo(10);
        });
        var errors = watch.failed(50 * ROW);
        assertThat(errors).extracting(one -> one.version()).containsExactly("1", "2");
        double early = 40 * 90 - (10 + 49) * 40 / 2.0;
        double end = 10 * 10 - 9 * 10 / 2.0;
        assertThat(errors.getFirst().errors())
                .containsExactly(
                        new LifeError(100, 50, early + end, 5), // 9, 8, 7, 6 and 5 lie from 5 to 15
                        new LifeError(50, 50, early + end, 5),
                        new LifeError(25, 26, 16 * 90 - (10 + 25) * 16 / 2.0 + end, 5));
        assertThat(answer(50 * ROW))
                .isEqualTo(new LifeAnswer.Unknown(version("1", true), 50 * ROW, "no row yet of this life"));
        row(51, 1);
        assertThat(said(52 * ROW).rows()).isEqualTo(1);
    }

    @Test
    void promotingForgetsNothingAndAVersionThatComesLaterIsShownWhatWentBefore() {
        watch.ask(List.of(version("1", true)));
        for (int i = 0; i < 30; i++) {
            row(i, 1);
        }
        watch.ask(List.of(version("1", true), version("2", false)));
        row(30, 1);
        row(31, 4);
        watch.ask(List.of(version("1", false), version("2", true)));
        assertThat(said(32 * ROW)).satisfies(said -> {
            assertThat(said.by().version()).isEqualTo("2");
            assertThat(said.rows()).isEqualTo(32);
            assertThat(said.estimate().expected()).isEqualTo(10);
        });
        watch.ask(List.of(version("1", true), version("2", false)));
        assertThat(said(32 * ROW).rows()).isEqualTo(32);
    }

    @Test
    void aVersionThatMissedTheBeginningOfALifeWaitsForTheNextOne() {
        var late = new LifeWatch(pump(Map.of()), 0, false, LifeWatchTest::deaf);
        late.ask(List.of(version("1", true)));
        late.observe("load", 0, 0, 50);
        late.observe("vibration", 0, 0, 1);
        assertThat(late.answer(ROW, ROW, List.of()))
                .isInstanceOfSatisfying(LifeAnswer.Unknown.class, unknown -> assertThat(unknown.why())
                        .contains("from its beginning"));
        assertThat(late.failed(ROW)).isEmpty();
        late.observe("load", ROW, ROW, 50);
        late.observe("vibration", ROW, ROW, 1);
        assertThat(late.answer(2 * ROW, 2 * ROW, List.of())).isInstanceOf(LifeAnswer.Said.class);
    }

    /** As many estimates as a long life gives are not kept; those that are lie evenly over all of it. */
    @Test
    void aLongLifeIsJudgedFromBeginningToEnd() {
        watch.ask(List.of(version("1", true)));
        for (int i = 0; i < 5000; i++) {
            row(i, 1);
        }
        var all = watch.failed(5000 * ROW).getFirst().errors().getFirst();
        assertThat(all.estimates()).as("of the last hundred rows, every eighth").isBetween(12L, 14L);
        assertThat(all.mean()).isCloseTo(90 - 50, within(4.0));
        assertThat(all.coverage()).isCloseTo(0.1, within(0.1));
    }

    @Test
    void anAlarmDoesNotRingForOneRow() {
        watch.ask(List.of(version("1", true)));
        row(0, 1);
        row(1, 4);
        row(2, 1);
        assertThat(said(3 * ROW).alarm()).isFalse();
        row(3, 4);
        row(4, 4);
        assertThat(said(5 * ROW).alarm()).isTrue();
    }

    @Test
    void withoutAVersionThatCountsNothingIsSaid() {
        watch.ask(List.of(version("2", false)));
        row(0, 1);
        assertThat(answer(ROW)).isInstanceOf(LifeAnswer.None.class);
        assertThat(watch.shadows(ROW)).hasSize(1);
        assertThat(watch.drivers()).isEmpty();
    }

    /** By hand: softmax of 1, 3, 0 where vibration is high, of 1, 0, 2 where it is low. */
    @Test
    void saysHowTheMachineWillFailWhereAModelOfModesIsAsked() {
        watch.ask(List.of(version("1", true)));
        assertThat(watch.mode(0)).isNull();
        row(0, 5);
        row(1, 5);
        watch.askMode(new ModeVersion("pump-failure-mode", "2", VibrationModes.of("vibration")));
        said(1.6 * ROW);
        var worn = requireNonNull(watch.mode(1.6 * ROW), "it was shown the rows that went by");
        assertThat(worn.mode()).isEqualTo("bearing");
        assertThat(worn.model() + " " + worn.version()).isEqualTo("pump-failure-mode 2");
        double all = Math.exp(1) + Math.exp(3) + Math.exp(0);
        assertThat(worn.probability()).isCloseTo(Math.exp(3) / all, within(1e-9));
        assertThat(worn.failureProbability()).isCloseTo(1 - Math.exp(1) / all, within(1e-9));
        assertThat(worn.horizon()).isEqualTo(20);
        row(2, 1);
        said(2.6 * ROW);
        assertThat(requireNonNull(watch.mode(2.6 * ROW)).mode()).isEqualTo("seal");
        assertThat(watch.mode(1000 * ROW)).as("nothing is heard").isNull();
        watch.failed(3 * ROW);
        assertThat(watch.mode(3 * ROW)).as("no row yet of the next life").isNull();
        watch.askMode(null);
        assertThat(watch.mode(3 * ROW)).isNull();
    }

    @Test
    void saysNothingOfModesWhereItCameWhenTheLifeWasUnderWay() {
        var late = new LifeWatch(pump(Map.of()), 0, false, LifeWatchTest::deaf);
        late.askMode(new ModeVersion("pump-failure-mode", "1", VibrationModes.of("vibration")));
        late.observe("load", 0, 0, 50);
        late.observe("vibration", 0, 0, 5);
        late.answer(ROW, ROW, List.of());
        assertThat(late.mode(ROW)).isNull();
        late.begin(ROW);
        late.observe("load", ROW, ROW, 50);
        late.observe("vibration", ROW, ROW, 5);
        late.ask(List.of(version("1", true)));
        late.answer(2 * ROW, 2 * ROW, List.of());
        assertThat(late.mode(2 * ROW)).isNotNull();
    }
}
