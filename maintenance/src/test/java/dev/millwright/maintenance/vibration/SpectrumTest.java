package dev.millwright.maintenance.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra and envelopes of waveforms that are known. */
class SpectrumTest {

    /** Parseval: no power is lost between bands, whatever the length. */
    @ParameterizedTest
    @ValueSource(ints = {2, 7, 1024, 2560, 2561})
    void bandsAddUpToTheVariance(int length) {
        var noise = Signals.noise(25_600, length, length);
        var spectrum = Spectrum.of(noise);
        var statistics = WaveformStatistics.of(noise);
        double sum = 0;
        double[] ends = {0, 1_000, 3_000, 6_000, 9_000, 12_800, 13_000};
        for (int i = 1; i < ends.length; i++) {
            sum += Math.pow(spectrum.rms(ends[i - 1], ends[i]), 2);
        }
        assertThat(sum).isCloseTo(Math.pow(statistics.rms(), 2) - Math.pow(statistics.mean(), 2), within(1e-10));
    }

    @Test
    void aToneLiesInItsBandAlone() {
        var spectrum = Spectrum.of(Signals.tone(2_000, 3, 25_600, 2560));
        assertThat(spectrum.spacingHz()).isEqualTo(10);
        assertThat(spectrum.rms(2_000, 2_010)).isCloseTo(3 / Math.sqrt(2), within(1e-10));
        assertThat(spectrum.rms(0, 2_000)).isCloseTo(0, within(1e-10));
        assertThat(spectrum.strongest(1_960, 2_040)).isCloseTo(3 / Math.sqrt(2), within(1e-10));
        assertThat(spectrum.strongest(1_998, 2_002)).isCloseTo(3 / Math.sqrt(2), within(1e-10));
        assertThat(spectrum.strongest(2_001, 2_003)).as("the nearest line").isGreaterThan(2);
        assertThat(spectrum.floor(1_000, 3_000)).as("one line is no floor").isCloseTo(0, within(1e-10));
    }

    @Test
    void noiseIsSpreadAndAToneIsNot() {
        assertThat(Spectrum.of(Signals.tone(2_000, 1, 25_600, 2560)).entropy()).isCloseTo(0, within(1e-6));
        assertThat(Spectrum.of(Signals.noise(25_600, 2560, 1)).entropy()).isBetween(0.9, 1.0);
        assertThat(Spectrum.of(new Waveform(new double[16], 1)).entropy()).isZero();
    }

    /** A carrier of 3 kHz that swells and fades 80 times a second. */
    @Test
    void theEnvelopeIsWhatModulates() {
        int n = 4000;
        var samples = new double[n];
        Arrays.setAll(samples, i -> modulator(i) * Math.cos(2 * Math.PI * 3_000 * i / 12_000.0));
        var envelope = Envelope.of(new Waveform(samples, 12_000), 2_000, 4_000).samples();
        for (int i = 0; i < n; i++) {
            assertThat(envelope[i]).isCloseTo(modulator(i), within(1e-9));
        }
    }

    private static double modulator(int i) {
        return 1 + 0.5 * Math.cos(2 * Math.PI * 75 * i / 12_000.0);
    }

    @Test
    void anEnvelopeOfNothingIsRefused() {
        var noise = Signals.noise(12_000, 100, 1);
        assertThatThrownBy(() -> Envelope.of(noise, 6_000, 7_000))
                .hasMessageStartingWith("There is nothing from 6000.0 to 7000.0 Hz: the waveform ends at 6000.0 Hz.");
        assertThatThrownBy(() -> Envelope.of(noise, 500, 400)).isInstanceOf(IllegalArgumentException.class);
    }
}
