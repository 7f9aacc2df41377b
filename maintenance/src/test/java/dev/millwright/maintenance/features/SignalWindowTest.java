package dev.millwright.maintenance.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums kept reading by reading say what looking at everything again would. */
class SignalWindowTest {

    @Test
    void everyFeatureIsWhatItIsOverTheReadingsThemselves() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var window = new SignalWindow();
            var readings = new ArrayList<Double>();
            double drift = random.nextGaussian() / 10;
            for (int i = 0; i < 200; i++) {
                double value = 1_000 * (seed % 3) + drift * i + random.nextGaussian();
                window.add(value);
                readings.add(value);
                var features = new float[SignalWindow.FEATURES.size()];
                window.write(features, 0);
                check(features, readings, "seed " + seed + ", reading " + i);
            }
        }
    }

    private static void check(float[] features, List<Double> readings, String when) {
        var last = readings.subList(Math.max(0, readings.size() - 30), readings.size());
        double mean = mean(last);
        double spread =
                Math.sqrt(mean(last.stream().map(x -> (x - mean) * (x - mean)).toList()));
        assertFeature(features, "last", readings.getLast(), when);
        assertFeature(features, "short mean", mean(last.subList(Math.max(0, last.size() - 5), last.size())), when);
        assertFeature(features, "mean", mean, when);
        assertFeature(features, "spread", spread, when);
        assertFeature(features, "slope", slope(last), when);
        assertFeature(features, "mean since start", mean(readings), when);
        assertFeature(features, "first mean", mean(readings.subList(0, Math.min(10, readings.size()))), when);
        assertFeature(
                features, "above own baseline", mean - mean(readings.subList(0, Math.min(20, readings.size()))), when);
    }

    private static void assertFeature(float[] features, String feature, double truth, String when) {
        assertThat((double) features[SignalWindow.FEATURES.indexOf(feature)])
                .as(feature + ", " + when)
                .isCloseTo(truth, within(2e-3));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = mean(values);
        double up = 0;
        double across = 0;
        for (int t = 0; t < values.size(); t++) {
            up += (t - middle) * (values.get(t) - mean);
            across += (t - middle) * (t - middle);
        }
        return across == 0 ? 0 : up / across;
    }

    @Test
    void aWindowWithoutReadingsSaysNothing() {
        var features = new float[SignalWindow.FEATURES.size()];
        new SignalWindow().write(features, 0);
        assertThat(features).containsOnly(0);
    }
}
