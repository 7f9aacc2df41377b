package dev.millwright.vision.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryBankTest {
    private static float[] numbers(int count, long seed) {
        var random = new Random(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @Test
    void distancesAreThoseOfPlainLoops() {
        int width = 13;
        float[] patches = numbers(700 * width, 1);
        float[] rows = numbers(90 * width, 2);
        var columns = new float[patches.length];
        for (int i = 0; i < patches.length; i++) {
            columns[i % width * 700 + i / width] = patches[i];
        }
        float[] distances = MemoryBank.of(width, columns).distances(rows);
        for (int row = 0; row < 90; row++) {
            double least = Double.MAX_VALUE;
            for (int patch = 0; patch < 700; patch++) {
                double sum = 0;
                for (int c = 0; c < width; c++) {
                    double difference = rows[row * width + c] - patches[patch * width + c];
                    sum += difference * difference;
                }
                least = Math.min(least, sum);
            }
            assertThat((double) distances[row]).isCloseTo(Math.sqrt(least), within(1e-4));
        }
    }

    /** Greedy k-centre is within twice the best possible reach (Gonzalez 1985): ten tight clusters need ten patches. */
    @Test
    void tenClustersAreRememberedByTenPatches() {
        float[] centres = numbers(10 * 4, 3);
        float[] noise = numbers(500 * 4, 4);
        var rows = new float[500 * 4];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = 50 * centres[i / 4 % 10 * 4 + i % 4] + 0.1f * noise[i];
        }
        var bank = MemoryBank.choose(rows, 4, 10, 1);
        assertThat(bank.size()).isEqualTo(10);
        for (float distance : bank.distances(rows)) {
            assertThat(distance).isLessThan(2);
        }
        assertThat(MemoryBank.choose(rows, 4, 1000, 1).size()).isEqualTo(500);
    }

    /** Numbers along two hidden directions, the first of which is wider. */
    @Test
    void componentsAreTheDirectionsOfGreatestSpread() {
        var random = new Random(5);
        var rows = new float[2000 * 3];
        for (int i = 0; i < rows.length; i += 3) {
            double wide = 5 * random.nextGaussian();
            double narrow = random.nextGaussian();
            rows[i] = (float) (7 + 0.6 * wide);
            rows[i + 1] = (float) (0.8 * wide);
            rows[i + 2] = (float) (narrow - 1);
        }
        var projection = Projection.fit(rows, 3, 2, 1);
        float[] point = projection.apply(new float[] {7 + 0.6f, 0.8f, -1});
        assertThat((double) Math.abs(point[0])).isCloseTo(1, within(0.15));
        assertThat((double) Math.abs(point[1])).isCloseTo(0, within(0.15));
        float[] other = projection.apply(new float[] {7, 0, 0});
        assertThat((double) Math.abs(other[1])).isCloseTo(1, within(0.15));
    }
}
