package dev.millwright.maintenance.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Regimes and signals are found in the data, and only where they are there. */
class FeatureSpaceTest {
    private static final List<String> SIGNALS = List.of("altitude", "speed", "worn", "noise", "still");

    /** Units that fly at so many altitudes; the worn signal falls towards failure, from another height at each. */
    private static List<UnitRun> fleet(int altitudes, Random random) {
        var units = new ArrayList<UnitRun>();
        for (int u = 0; u < 12; u++) {
            var rows = new double[100 + random.nextInt(60)][];
            for (int i = 0; i < rows.length; i++) {
                int altitude = random.nextInt(altitudes);
                double worn = 40.0 * altitude - 3.0 * i / rows.length;
                rows[i] = new double[] {
                    10 * altitude + random.nextGaussian() * 0.01,
                    0.8 - 0.1 * altitude + random.nextGaussian() * 0.001,
                    worn + random.nextGaussian() * 0.3,
                    random.nextGaussian(),
                    5
                };
            }
            units.add(UnitRun.ofCycles("engine-" + u, rows));
        }
        return units;
    }

    private static FeatureSpace learn(int altitudes, boolean age) {
        return FeatureSearch.in(fleet(altitudes, new Random(altitudes)), SIGNALS, List.of(0, 1), 125, age);
    }

    @Test
    void asManyRegimesAreFoundAsThereAre() {
        for (int altitudes = 1; altitudes <= 6; altitudes++) {
            assertThat(learn(altitudes, true).regimes().count()).isEqualTo(altitudes);
        }
        var random = new Random(8);
        var spread = new ArrayList<double[]>();
        for (int i = 0; i < 3_000; i++) {
            spread.add(new double[] {random.nextDouble(), random.nextInt(13)});
        }
        assertThat(Regimes.of(spread).count())
                .as("evenly spread settings are one regime")
                .isEqualTo(1);
        assertThat(Regimes.of(List.of(new double[0], new double[0])).count()).isEqualTo(1);
        assertThat(Regimes.of(List.of(new double[] {4}, new double[] {4})).of(new double[] {4}))
                .isZero();
    }

    /** What the altitude does to a signal must not look like wear. */
    @Test
    void inEachRegimeASignalIsHeldAgainstWhatIsUsualThere() {
        var space = learn(4, false);
        var high = new double[] {30, 0.5, 120 - 1.5, 0, 5};
        var low = new double[] {0, 0.8, -1.5, 0, 5};
        assertThat(space.deviations(high)[0]).isBetween(-0.2, 0.2);
        assertThat(space.deviations(low)[0]).isBetween(-0.2, 0.2);
        assertThat(space.scale().of(0, 4, 5)).as("a signal that never changes").isZero();
    }

    /** The straight line that made the wear is found again, and noise in one sensor is outweighed by the others. */
    @Test
    void sensorsAreFusedIntoTheWearTheyShare() {
        var random = new Random(3);
        var fit = new Fusion.Fit(3);
        for (int i = 0; i < 5_000; i++) {
            double left = random.nextDouble();
            fit.add(
                    new double[] {
                        -left + random.nextGaussian() * 0.1,
                        2 * left + random.nextGaussian() * 0.1,
                        random.nextGaussian()
                    },
                    left);
        }
        var fusion = fit.fit();
        assertThat(fusion.of(new double[] {-0.5, 1, 0})).isCloseTo(0.5, within(0.02));
        assertThat(fusion.weights().get(2)).isCloseTo(0, within(0.01));
        assertThat(fusion.of(new double[] {Double.NaN, 1, 0})).isNaN();
    }

    @Test
    void onlySignalsThatFollowWearAreLookedAt() {
        var space = learn(3, true);
        assertThat(space.sensors()).containsExactly(2);
        assertThat(space.width()).isEqualTo(17).isEqualTo(space.names().size());
        assertThat(space.names()).contains("worn above own baseline").endsWith("age");
    }

    @Test
    void aReadingThatWasNotMadeIsPassedOver() {
        var space = learn(1, true);
        var unit = space.unit();
        unit.add(1, new double[] {0, 0.8, -1, 0, 5});
        var before = unit.features();
        unit.add(2, new double[] {0, 0.8, Double.NaN, 0, 5});
        var after = unit.features();
        assertThat(after[0]).isEqualTo(before[0]);
        assertThat(after[16]).as("the cycle was run all the same").isEqualTo(2);
    }

    @Test
    void whatNothingCanBeLearnedFromIsRefused() {
        assertThatThrownBy(() -> FeatureSearch.in(List.of(), SIGNALS, List.of(), 125, true))
                .hasMessageStartingWith("There is no unit to learn from.");
        var flat = UnitRun.ofCycles("flat", new double[][] {{0, 0, 1, 1, 5}, {0, 0, 1, 1, 5}});
        assertThatThrownBy(() -> FeatureSearch.in(List.of(flat), SIGNALS, List.of(0), 125, true))
                .hasMessageContaining("changes as the units wear");
        assertThatThrownBy(() -> UnitRun.ofCycles("bent", new double[][] {{1, 2}, {1}}))
                .hasMessageStartingWith("Unit bent has 1 values in row 2 and 2 in the first.");
        assertThatThrownBy(() -> UnitRun.ofCycles("none", new double[0][]))
                .hasMessageStartingWith("Unit none has 0 rows and 0 ages.");
        assertThatThrownBy(() -> new UnitRun("back", new double[] {2, 1}, new double[][] {{1}, {1}}))
                .hasMessageStartingWith("Unit back is 1.0 old in row 2 after 2.0.");
        assertThatThrownBy(() -> Regimes.of(List.of())).hasMessageStartingWith("There are no settings");
        assertThatThrownBy(() -> new Regimes(List.of(), List.of(), List.of()))
                .hasMessageStartingWith("There are no regimes.");
    }

    /** A model that learned from every third row must see what it learned from, though rows come one by one. */
    @Test
    void aModelOfThinnedRowsPassesOverTheOthers() {
        var space = learn(2, true);
        var thinned = space.ofEveryNth(3).unit();
        var third = space.unit();
        var rows = fleet(2, new Random(9)).getFirst().rows();
        for (int i = 0; i < rows.length; i++) {
            thinned.add(i, rows[i]);
            if (i % 3 == 0) {
                third.add(i, rows[i]);
                assertThat(thinned.features()).isEqualTo(third.features());
            }
            assertThat(thinned.features()[space.width() - 1])
                    .as("the age goes on")
                    .isEqualTo(i);
        }
        assertThat(new FeatureSpace(
                                space.signals(),
                                space.settings(),
                                space.sensors(),
                                space.regimes(),
                                space.scale(),
                                space.fusion(),
                                true,
                                null,
                                0)
                        .everyNth())
                .as("files of before")
                .isEqualTo(1);
    }
}
