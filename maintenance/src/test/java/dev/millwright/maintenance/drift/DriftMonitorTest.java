package dev.millwright.maintenance.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.maintenance.features.FeatureSearch;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitRun;
import dev.millwright.plant.Stability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pumps in two regimes that wear and differ, as machines do: one that was changed is found, the rest are left alone. */
class DriftMonitorTest {
    private static final List<String> SIGNALS = List.of("speed", "heat", "pressure");
    private static final int LIFE = 240;
    private static final FeatureSpace SPACE;
    private static final TrainingReference REFERENCE;

    static {
        var random = new Random(1);
        var units = new ArrayList<UnitRun>();
        for (int u = 0; u < 60; u++) {
            units.add(UnitRun.ofCycles("pump-" + u, pump(random, 0, LIFE)));
        }
        SPACE = FeatureSearch.in(units, SIGNALS, List.of(0), 120, false);
        REFERENCE = ReferenceSearch.of(SPACE, units);
    }

    /** Pressure falls a little with wear, heat rises more; each pump has its own level of both. */
    private static double[][] pump(Random random, double shift, int from) {
        double own = 0.3 * random.nextGaussian();
        var rows = new double[LIFE][];
        for (int i = 0; i < LIFE; i++) {
            double speed = (random.nextBoolean() ? 1_500 : 6_000) + 50 * random.nextDouble();
            double wear = Math.max(0, i - 140) / 100.0;
            double heat = speed / 100 + 3 * wear + own + random.nextGaussian();
            double pressure = speed / 50 - wear + own + random.nextGaussian() + (i >= from ? shift : 0);
            rows[i] = new double[] {speed, heat, pressure};
        }
        return rows;
    }

    private static void run(DriftMonitor monitor, String machine, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            monitor.add(machine, i, rows[i]);
        }
    }

    @Test
    void twoRegimesAndBothSensorsAreLookedAt() {
        assertThat(SPACE.regimes().count()).isEqualTo(2);
        assertThat(REFERENCE.signals()).extracting(SignalReference::signal).containsExactly("heat", "pressure");
        for (var signal : REFERENCE.signals()) {
            assertThat(signal.shares()).hasSize(20).allMatch(share -> Math.abs(share - 0.05) < 0.001);
            assertThat(signal.effectiveRows()).isBetween(100.0, 60.0 * LIFE);
        }
    }

    /** Looked at through all their lives; one in sixty is what sixty machines of training can promise. */
    @Test
    void machinesAsInTrainingAreLeftAlone() {
        var random = new Random(2);
        int all = 300;
        int wrong = 0;
        for (int m = 0; m < all; m++) {
            var monitor = new DriftMonitor(SPACE, REFERENCE);
            var rows = pump(random, 0, LIFE);
            boolean called = false;
            for (int i = 0; i < rows.length; i++) {
                monitor.add("pump", i, rows[i]);
                called |= monitor.machines().getFirst().stability() != Stability.STABLE;
            }
            wrong += called ? 1 : 0;
        }
        assertThat((double) wrong / all).isLessThan(0.05);
    }

    @Test
    void aMachineThatWasChangedIsFoundAndSinceWhen() {
        var random = new Random(3);
        int found = 0;
        for (int m = 0; m < 50; m++) {
            var monitor = new DriftMonitor(SPACE, REFERENCE);
            run(monitor, "as ever", pump(random, 0, LIFE));
            run(monitor, "changed", pump(random, 4, 100));
            var first = monitor.machines().getFirst();
            var signal = first.signals().getFirst();
            boolean changed =
                    first.machine().equals("changed") && signal.signal().equals("pressure");
            if (changed && first.stability() == Stability.LARGE) {
                assertThat(signal.psi()).isGreaterThan(signal.limit());
                assertThat(signal.pValue()).isLessThan(0.01);
                found += requireNonNull(signal.since()) >= 100 && signal.since() < 190 ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(47);
    }

    /** What is too little to tell one machine from the others shows in all of them together. */
    @Test
    void aFleetIsHeldAgainstTrainingAsItIs() {
        var random = new Random(4);
        var asEver = new DriftMonitor(SPACE, REFERENCE);
        var moved = new DriftMonitor(SPACE, REFERENCE);
        for (int m = 0; m < 40; m++) {
            int cut = 70 + random.nextInt(LIFE - 70);
            run(asEver, "m" + m, Arrays.copyOf(pump(random, 0, LIFE), cut));
            run(moved, "m" + m, Arrays.copyOf(pump(random, 0.7, 0), cut));
        }
        assertThat(asEver.fleet().stability()).isEqualTo(Stability.STABLE);
        assertThat(moved.fleet().stability()).isNotEqualTo(Stability.STABLE);
        assertThat(moved.fleet().signals().getFirst().signal()).isEqualTo("pressure");
        assertThat(moved.machines())
                .filteredOn(each -> each.stability() != Stability.STABLE)
                .hasSizeLessThan(20);
    }

    @Test
    void tooFewRowsSayNothing() {
        var monitor = new DriftMonitor(SPACE, REFERENCE);
        assertThat(monitor.fleet().signals()).isEmpty();
        run(monitor, "new", Arrays.copyOf(pump(new Random(5), 9, 0), 30));
        assertThat(monitor.machines().getFirst().signals()).isEmpty();
        assertThat(monitor.machines().getFirst().stability()).isEqualTo(Stability.STABLE);
        monitor.forget("new");
        assertThat(monitor.machines()).isEmpty();
    }

    @Test
    void rowsOfTrainingLieInsideItsDomain() {
        var random = new Random(6);
        for (var row : pump(random, 0, LIFE)) {
            assertThat(REFERENCE.refusals(SPACE, row, Map.of())).isEmpty();
        }
    }

    @Test
    void whatIsFarOutsideIsRefusedInWords() {
        var units = Map.of("speed", "rpm");
        assertThat(REFERENCE.refusals(SPACE, new double[] {9_100, 60, 120}, units))
                .singleElement()
                .asString()
                .matches("speed 9,100 rpm; trained on 1,50\\d to 6,0[45]\\d");
        assertThat(REFERENCE.refusals(SPACE, new double[] {3_800, 38, 76}, units))
                .containsExactly("settings speed 3,800 rpm belong to no regime trained on");
        assertThat(REFERENCE.refusals(SPACE, new double[] {1_500, 60, 30}, units))
                .as("usual at the other speed")
                .singleElement()
                .asString()
                .startsWith("heat 60; trained on 1")
                .endsWith(" in this regime");
        assertThat(REFERENCE.refusals(SPACE, new double[] {1_500, Double.NaN, 30}, units))
                .containsExactly("1 of 2 signals missing: heat");
        assertThat(REFERENCE.refusals(SPACE, new double[] {Double.NaN, 15, 30}, units))
                .containsExactly("without speed the regime is unknown");
    }

    @Test
    void noUnitsAreNoReference() {
        assertThatThrownBy(() -> ReferenceSearch.of(SPACE, List.of())).hasMessageContaining("no unit to refer to");
        assertThatThrownBy(() -> new SignalReference("heat", List.of(1.0), List.of(1.0), 1, 1))
                .hasMessageContaining("one share more than edges");
        assertThatThrownBy(() -> new TrainingReference(List.of(), 0, REFERENCE.domain()))
                .hasMessageContaining("one row or more");
    }
}
