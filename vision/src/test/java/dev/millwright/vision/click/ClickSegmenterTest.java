package dev.millwright.vision.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.Offset;
import java.awt.Polygon;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClickSegmenterTest {

    private final ClickSegmenter segmenter = new ClickSegmenter();

    /** Ellipses of 4 to 60 pixels across the radius, 40 to 120 greys from a sloping ground, under a lens and noise. */
    @Test
    void findsDrawnRegionsFromWhereverTheyAreClicked() {
        var overlaps = new ArrayList<Double>();
        for (int seed = 0; seed < 60; seed++) {
            var scene = Scene.draw(new SplittableRandom(seed), 640, 640);
            for (int click = 0; click < 3; click++) {
                overlaps.add(scene.overlap(segmenter, click));
            }
        }
        double[] sorted =
                overlaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        assertThat(Arrays.stream(sorted).average().orElse(0)).as("mean IoU").isGreaterThan(0.9);
        assertThat(sorted[sorted.length / 10]).as("IoU of the worst tenth").isGreaterThan(0.8);
    }

    @Test
    void seesNothingInNoise() {
        int proposed = 0;
        for (int seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            var noise = new byte[200 * 200];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) Math.clamp(Math.round(128 + 12 * random.nextGaussian()), 0, 255);
            }
            proposed += segmenter
                            .propose(Frame.of(200, 200, noise), 20 + random.nextInt(160), 20 + random.nextInt(160))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(proposed).as("of 50 pictures of noise").isLessThanOrEqualTo(5);
    }

    /** Large pictures cost little more than small ones: a click is answered at once. Other processes do not count. */
    @Test
    void answersWithinTheTimeOfAHandsMovement() {
        for (int side : new int[] {640, 2000}) {
            var scene = Scene.draw(new SplittableRandom(7), side, side);
            var cpu = ManagementFactory.getThreadMXBean();
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 6; round++) {
                long began = cpu.getCurrentThreadCpuTime();
                segmenter.propose(scene.frame(), scene.clicks()[0] % side, scene.clicks()[0] / side);
                best = Math.min(best, cpu.getCurrentThreadCpuTime() - began);
            }
            assertThat(best / 1e6).as("milliseconds at %d pixels", side).isLessThan(200);
        }
    }

    @Test
    void theOutlineOfASquareIsItsFourCorners() {
        var pixels = new byte[100 * 100];
        for (int y = 30; y < 50; y++) {
            Arrays.fill(pixels, y * 100 + 40, y * 100 + 70, (byte) 200);
        }
        var region = segmenter.propose(Frame.of(100, 100, pixels), 55, 40).orElseThrow();
        assertThat(region.outline())
                .containsExactlyInAnyOrder(
                        new Offset(40, 30), new Offset(70, 30), new Offset(70, 50), new Offset(40, 50));
        assertThat(region.areaPx()).isEqualTo(600);
        assertThat(region.box().width()).isEqualTo(30);
    }

    @Test
    void anEvenPictureHasNothingToPropose() {
        assertThat(segmenter.propose(Frame.of(64, 64, new byte[64 * 64]), 10, 10))
                .isEmpty();
        assertThat(segmenter.propose(Frame.of(1, 1, new byte[1]), 0, 0)).isEmpty();
        assertThatThrownBy(() -> segmenter.propose(Frame.of(64, 64, new byte[64 * 64]), 64, 0))
                .hasMessageContaining("Click inside the picture");
    }

    /** A turned ellipse on a sloping ground. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scene(Frame frame, boolean[] truth, int[] clicks) {

        static Scene draw(RandomGenerator random, int width, int height) {
            double across = 4 + 56 * random.nextDouble();
            double down = Math.max(4, across * (0.3 + 0.7 * random.nextDouble()));
            double x = 80 + (width - 160) * random.nextDouble();
            double y = 80 + (height - 160) * random.nextDouble();
            double turn = Math.PI * random.nextDouble();
            double contrast = (40 + 80 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
            double slope = 30 * random.nextDouble();
            double noise = 6 * random.nextDouble();
            var truth = new boolean[width * height];
            var grey = new float[width * height];
            var inside = new ArrayList<Integer>();
            for (int i = 0; i < truth.length; i++) {
                int row = i / width;
                double u = (i % width - x) * Math.cos(turn) + (row - y) * Math.sin(turn);
                double v = (row - y) * Math.cos(turn) - (i % width - x) * Math.sin(turn);
                double far = u * u / across / across + v * v / down / down;
                truth[i] = far <= 1;
                grey[i] = (float) (128 + slope * (i % width) / width + (truth[i] ? contrast : 0));
                if (far <= 0.7) {
                    inside.add(i);
                }
            }
            grey = Window.smoothed(grey, width, height);
            var pixels = new byte[truth.length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) Math.clamp(Math.round(grey[i] + noise * random.nextGaussian()), 0, 255);
            }
            int[] clicks = random.ints(3, 0, inside.size()).map(inside::get).toArray();
            return new Scene(Frame.of(width, height, pixels), truth, clicks);
        }

        /** Intersection over union of the proposed polygon and what was drawn. */
        double overlap(ClickSegmenter segmenter, int click) {
            int width = frame.width();
            var region = segmenter
                    .propose(frame, clicks[click] % width, clicks[click] / width)
                    .orElse(null);
            if (region == null) {
                return 0;
            }
            var polygon = new Polygon();
            region.outline().forEach(corner -> polygon.addPoint(2 * corner.x(), 2 * corner.y()));
            int common = 0;
            int either = 0;
            for (int i = 0; i < truth.length; i++) {
                int x = i % width;
                int y = i / width;
                boolean proposed = x >= region.box().left()
                        && x < region.box().right()
                        && y >= region.box().top()
                        && y < region.box().bottom()
                        && polygon.contains(2 * x + 1, 2 * y + 1);
                common += proposed && truth[i] ? 1 : 0;
                either += proposed || truth[i] ? 1 : 0;
            }
            return (double) common / either;
        }
    }
}
