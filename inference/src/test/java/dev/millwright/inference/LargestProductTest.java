package dev.millwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargestProductTest {
    @Test
    void isThatOfPlainLoops() {
        var random = new SplittableRandom(1);
        int width = 7;
        int columns = 33;
        var rows = numbers(300 * width, random);
        var matrix = numbers(width * columns, random);
        var largest = LargestProduct.of(rows, width, matrix);
        assertThat(largest).hasSize(300);
        for (int row = 0; row < 300; row++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int column = 0; column < columns; column++) {
                double product = 0;
                for (int i = 0; i < width; i++) {
                    product += rows[row * width + i] * matrix[i * columns + column];
                }
                most = Math.max(most, product);
            }
            assertThat((double) largest[row]).isCloseTo(most, within(1e-5));
        }
        assertThat(LargestProduct.of(new float[0], width, matrix)).isEmpty();
    }

    private static float[] numbers(int count, SplittableRandom random) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
