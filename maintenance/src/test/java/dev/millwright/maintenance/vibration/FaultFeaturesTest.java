package dev.millwright.maintenance.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bearing's faults by its geometry, and their lines in the envelope of a housing that rings. */
class FaultFeaturesTest {
    private static final double RATE_HZ = 12_000;
    private static final double SHAFT_HZ = 29.95;
    /** SKF 6205-2RS: 9 balls of 0.3126 in on a circle of 1.537 in. */
    private static final BearingGeometry SKF_6205 = new BearingGeometry(9, 0.3126, 1.537, 0);

    private final FaultFeatures features = new FaultFeatures(SKF_6205.orders(), 8, 500);

    /** The orders that Case Western Reserve University lists for it. */
    @Test
    void theGeometryGivesTheOrdersThatAreListed() {
        var orders = SKF_6205.orders();
        assertThat(orders.bpfi()).isCloseTo(5.4152, within(1e-4));
        assertThat(orders.bpfo()).isCloseTo(3.5848, within(1e-4));
        assertThat(orders.bsf()).isCloseTo(4.7135 / 2, within(1e-3));
        assertThat(orders.ftf()).isCloseTo(0.39828, within(1e-4));
        assertThat(orders.bpfi() + orders.bpfo())
                .as("each ball passes each ring")
                .isCloseTo(9, within(1e-12));
        var angular = new BearingGeometry(9, 0.3126, 1.537, 40).orders();
        assertThat(angular.bpfo())
                .as("the angle brings it nearer to half the balls")
                .isBetween(orders.bpfo(), 4.5);
    }

    @ParameterizedTest
    @CsvSource({"5.4152, BPFI", "3.5848, BPFO", "2.35675, BSF"})
    void aFaultsLineRisesAboveTheOthers(double order, String fault) {
        var row = features.of(Signals.knocks(order * SHAFT_HZ, RATE_HZ, 8192, 5), SHAFT_HZ);
        float line = row[features.names().indexOf("1 x " + fault)];
        assertThat(line).isGreaterThan(10);
        for (var other : new String[] {"BPFI", "BPFO", "BSF"}) {
            assertThat(row[features.names().indexOf("1 x " + other)]).isLessThanOrEqualTo(line);
        }
    }

    /** One and a half percent of slip is found; no fault shows no line. */
    @Test
    void slipIsAllowedForAndSilenceIsNoFault() {
        int line = features.names().indexOf("1 x BPFO");
        assertThat(features.of(Signals.knocks(3.5848 * 0.985 * SHAFT_HZ, RATE_HZ, 8192, 5), SHAFT_HZ)[line])
                .isGreaterThan(10);
        assertThat(features.of(Signals.noise(RATE_HZ, 8192, 5), SHAFT_HZ)[line]).isLessThan(5);
        assertThat(features.of(new Waveform(new double[4096], RATE_HZ), SHAFT_HZ))
                .containsOnly(0);
    }

    /** A sensor set elsewhere must not look like another bearing. */
    @Test
    void theSensorsOffsetIsNotSeen() {
        var tone = Signals.knocks(100, RATE_HZ, 4096, 2);
        var row = features.of(tone, SHAFT_HZ);
        assertThat(row).hasSameSizeAs(features.names().toArray());
        var moved = Arrays.stream(tone.samples()).map(sample -> sample + 1).toArray();
        var other = features.of(new Waveform(moved, RATE_HZ), SHAFT_HZ);
        for (int i = features.names().indexOf("spectral entropy"); i < row.length; i++) {
            assertThat(other[i]).isCloseTo(row[i], within(1e-3f * Math.abs(row[i]) + 1e-6f));
        }
    }

    @Test
    void nonsenseIsRefusedInWords() {
        assertThatThrownBy(() -> new BearingGeometry(9, 2, 1, 0)).hasMessageContaining("are no bearing");
        assertThatThrownBy(() -> new FaultOrders(0, 1, 1, 1)).hasMessageStartingWith("Fault orders FTF 0.0");
        assertThatThrownBy(() -> new FaultFeatures(SKF_6205.orders(), 0, 500)).hasMessageStartingWith("0 bands");
        assertThatThrownBy(() -> features.of(Signals.noise(RATE_HZ, 4096, 1), 0))
                .hasMessageStartingWith("A shaft at 0.0 Hz does not turn.");
    }
}
