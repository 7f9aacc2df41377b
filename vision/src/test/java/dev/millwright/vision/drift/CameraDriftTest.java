package dev.millwright.vision.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.Stability;
import dev.millwright.vision.image.Drawing;
import dev.millwright.vision.quality.PictureMeasures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CameraDriftTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");

    /** A picture a minute, cameras that differ; none drifts, and hardly any is said to at any time of a week. */
    @Test
    void camerasThatDoNotDriftAreStable() {
        int called = 0;
        for (long seed = 0; seed < 100; seed++) {
            var random = new SplittableRandom(seed);
            var camera = new CameraDrift(reference(random, 300));
            boolean ever = false;
            for (int i = 0; i < 1000; i++) {
                camera.add(minute(i), picture(random, 0, 0));
                ever |= camera.stability() != Stability.STABLE;
            }
            called += ever ? 1 : 0;
        }
        assertThat(called).as("of 100 cameras, at any of 40 looks").isLessThanOrEqualTo(10);
    }

    /** A lamp that grows dim is told with the time from which on it is. */
    @Test
    void aStepIsFoundAndDatedWithinAWindow() {
        int dated = 0;
        for (long seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            var camera = new CameraDrift(reference(random, 300));
            for (int i = 0; i < 600; i++) {
                camera.add(minute(i), picture(random, i < 300 ? 0 : -2, 0));
            }
            assertThat(camera.stability()).as("seed %d", seed).isEqualTo(Stability.LARGE);
            var worst = camera.report().getFirst();
            assertThat(worst.statistic()).isEqualTo(PictureStatistic.BRIGHTNESS);
            assertThat(worst.ks()).isGreaterThan(0.5);
            assertThat(worst.pValue()).isLessThan(0.01);
            var since = worst.since();
            assertThat(since).isNotNull();
            dated += since.isAfter(minute(300)) && since.isBefore(minute(400)) ? 1 : 0;
        }
        assertThat(dated).isGreaterThanOrEqualTo(48);
    }

    @Test
    void whatComesBackIsStableAgain() {
        var random = new SplittableRandom(4);
        var camera = new CameraDrift(reference(random, 300));
        for (int i = 0; i < 300; i++) {
            camera.add(minute(i), picture(random, 0, 3));
        }
        assertThat(camera.report().getFirst().statistic()).isEqualTo(PictureStatistic.SHARPNESS);
        assertThat(camera.stability()).isEqualTo(Stability.LARGE);
        for (int i = 300; i < 600; i++) {
            camera.add(minute(i), picture(random, 0, 0));
        }
        assertThat(camera.stability()).isEqualTo(Stability.STABLE);
        assertThat(camera.report()).allMatch(drift -> drift.since() == null);
    }

    @Test
    void theEmbeddingDistanceCountsWhereItIsKnown() {
        var random = new SplittableRandom(5);
        assertThat(reference(random, 60).statistics()).hasSize(3);
        var known = new ArrayList<PictureSample>();
        for (int i = 0; i < 100; i++) {
            known.add(new PictureSample(1, 1, 1, random.nextGaussian()));
        }
        var camera = new CameraDrift(CameraReference.of(known, 20));
        for (int i = 0; i < 40; i++) {
            camera.add(minute(i), new PictureSample(1, 1, 1, 3 + random.nextGaussian()));
        }
        assertThat(camera.report().getFirst().statistic()).isEqualTo(PictureStatistic.EMBEDDING_DISTANCE);
        assertThat(camera.stability()).isEqualTo(Stability.LARGE);
        var measures = PictureMeasures.of(Drawing.board().frame());
        assertThat(PictureSample.of(measures, 7).embeddingDistance()).isEqualTo(7);
        assertThat(PictureSample.of(measures).embeddingDistance()).isNaN();
        assertThat(PictureSample.of(measures).brightness()).isEqualTo(measures.brightness());
    }

    @Test
    void refusesTooFewPictures() {
        assertThatThrownBy(() -> CameraReference.of(List.of(), 20)).hasMessageContaining("0 pictures");
        assertThatThrownBy(() -> new CameraReference(3, List.of())).hasMessageContaining("windowPictures 3");
    }

    private static CameraReference reference(SplittableRandom random, int pictures) {
        var samples = new ArrayList<PictureSample>();
        for (int i = 0; i < pictures; i++) {
            samples.add(picture(random, 0, 0));
        }
        return CameraReference.of(samples, 100);
    }

    private static PictureSample picture(SplittableRandom random, double darker, double blurred) {
        return new PictureSample(
                150 + 8 * (random.nextGaussian() + darker),
                60 + 3 * random.nextGaussian(),
                -0.5 + 0.2 * (random.nextGaussian() - blurred),
                Double.NaN);
    }

    private static Instant minute(int number) {
        return MORNING.plus(Duration.ofMinutes(number));
    }
}
