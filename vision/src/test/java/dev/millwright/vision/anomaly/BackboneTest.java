package dev.millwright.vision.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackboneTest {
    @Test
    void mapsStandSideBySideTheFinestFirst() {
        try (var backbone = TinyBackbone.open()) {
            var planes = new float[3 * 64 * 32];
            var random = new Random(1);
            for (int i = 0; i < planes.length; i++) {
                planes[i] = random.nextFloat();
            }
            var map = backbone.features(planes, 64, 32);
            assertThat(backbone.outputs()).containsExactly("fine", "coarse");
            assertThat(backbone.stride()).isEqualTo(8);
            assertThat(List.of(map.width(), map.height(), map.channels())).containsExactly(8, 4, 6);
            for (int c = 0; c < 3; c++) {
                assertThat((double) map.values()[(2 * 8 + 5) * 6 + c])
                        .isCloseTo(mean(planes, c, 40, 16, 8), within(1e-5));
                // A quarter of the way from the nearest coarse place to the next, both across and down.
                double expected = 0;
                for (int dy = 0; dy < 2; dy++) {
                    for (int dx = 0; dx < 2; dx++) {
                        expected += (dx == 0 ? 0.75 : 0.25)
                                * (dy == 0 ? 0.25 : 0.75)
                                * mean(planes, c, 16 * (2 + dx), 16 * dy, 16);
                    }
                }
                assertThat((double) map.values()[(2 * 8 + 5) * 6 + 3 + c]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static double mean(float[] planes, int colour, int left, int top, int side) {
        double sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += planes[(colour * 32 + y) * 64 + x];
            }
        }
        return sum / side / side;
    }

    @Test
    void aPooledPlaceIsTheMeanOfItsNeighbours() {
        var joined = new JoinedMaps(3, 2, 1);
        joined.add(new dev.millwright.inference.Tensor(new long[] {1, 1, 2, 3}, new float[] {1, 2, 3, 4, 5, 6}), true);
        assertThat(joined.map().values()).containsExactly(new float[] {3, 3.5f, 4, 3, 3.5f, 4}, within(1e-6f));
    }

    @Test
    void aNetworkWithoutMapsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backbone.open(TinyBackbone.flat(), Normalisation.IMAGENET))
                .withMessageContaining("gives no map")
                .withMessageContaining("numbers");
    }

    @Test
    void picturesOfOddSizesAreRefused() {
        try (var backbone = TinyBackbone.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backbone.features(new float[3 * 33 * 32], 33, 32))
                    .withMessageContaining("33 x 32");
        }
    }

    @Test
    void aCardKeepsTheNormalisation() {
        assertThat(Normalisation.of(Normalisation.IMAGENET.provenance())).isEqualTo(Normalisation.IMAGENET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalisation.of(Map.of("input_mean", "dark")))
                .withMessageContaining("'dark'");
        assertThat(new Normalisation(List.of(0.5f, 0f, 0f), List.of(2f, 1f, 1f), true).apply(new float[] {1, 2, 3}))
                .containsExactly(0.25f, 2, 3);
    }
}
