package dev.millwright.maintenance.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Statistics of waveforms whose statistics are known by the book. */
class WaveformStatisticsTest {

    @Test
    void aSineHasThoseOfASine() {
        var sine = WaveformStatistics.of(Signals.tone(50, 2, 10_000, 10_000));
        assertThat(sine.mean()).isCloseTo(0, within(1e-12));
        assertThat(sine.rms()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(sine.peak()).isCloseTo(2, within(1e-12));
        assertThat(sine.peakToPeak()).isCloseTo(4, within(1e-12));
        assertThat(sine.skewness()).isCloseTo(0, within(1e-10));
        assertThat(sine.kurtosis()).isCloseTo(1.5, within(1e-10));
        assertThat(sine.crestFactor()).isCloseTo(Math.sqrt(2), within(1e-10));
    }

    @Test
    void noiseHasTheKurtosisOfTheNormalDistributionAndKnocksMore() {
        assertThat(WaveformStatistics.of(Signals.noise(12_000, 100_000, 1)).kurtosis())
                .isCloseTo(3, within(0.06));
        assertThat(WaveformStatistics.of(Signals.knocks(20, 12_000, 100_000, 1)).kurtosis())
                .isGreaterThan(5);
    }

    /** A sensor set off its middle changes mean and rms alone; one of another gain leaves the ratios. */
    @Test
    void offsetAndGainChangeWhatTheyMust() {
        var wave = Signals.knocks(20, 12_000, 4_000, 3);
        var plain = WaveformStatistics.of(wave);
        var moved = WaveformStatistics.of(new Waveform(
                Arrays.stream(wave.samples()).map(sample -> -3 * sample + 7).toArray(), 12_000));
        assertThat(moved.mean()).isCloseTo(-3 * plain.mean() + 7, within(1e-9));
        assertThat(moved.peakToPeak()).isCloseTo(3 * plain.peakToPeak(), within(1e-9));
        assertThat(moved.skewness()).isCloseTo(-plain.skewness(), within(1e-9));
        assertThat(moved.kurtosis()).isCloseTo(plain.kurtosis(), within(1e-9));
        assertThat(moved.rms() * moved.rms() - moved.mean() * moved.mean())
                .isCloseTo(9 * (plain.rms() * plain.rms() - plain.mean() * plain.mean()), within(1e-9));
    }

    @Test
    void aDeadSensorHasNoMoments() {
        assertThat(WaveformStatistics.of(new Waveform(new double[8], 1)))
                .isEqualTo(new WaveformStatistics(0, 0, 0, 0, 0, 0, 0));
        assertThat(WaveformStatistics.of(new Waveform(new double[] {2, 2, 2}, 1)))
                .isEqualTo(new WaveformStatistics(2, 2, 2, 0, 0, 0, 1));
    }

    @Test
    void whatIsNoWaveformIsRefused() {
        assertThatThrownBy(() -> new Waveform(new double[1], 12_000)).hasMessageStartingWith("1 samples at 12000.0 Hz");
        assertThatThrownBy(() -> new Waveform(new double[9], 0)).hasMessageContaining("at 0.0 Hz are no waveform");
        assertThatThrownBy(() -> new Waveform(new double[] {1, Double.NaN}, 1))
                .hasMessageStartingWith("Sample 2 of the waveform is NaN.");
    }

    @Test
    void windowsFollowOneAnotherAndDropTheRest() {
        var windows = new Waveform(new double[] {1, 2, 3, 4, 5}, 10).windows(2);
        assertThat(windows).extracting(Waveform::samples).containsExactly(new double[] {1, 2}, new double[] {3, 4});
        assertThat(windows).allMatch(window -> window.rateHz() == 10);
    }
}
