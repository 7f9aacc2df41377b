package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.network.StepSettings;
import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.image.Box;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DenseTrainingTest {
    private static final List<String> LABELS = List.of("disc", "square");
    private static final int PARTS = 80;

    /** A few seconds on parts of drawn pictures are enough to find most things in whole ones of another size. */
    @Test
    void learnsInSecondsToFindWhatWasDrawn() {
        var training = new DenseTraining(1, 2, 96);
        for (int seed = 0; seed < 40; seed++) {
            var drawn = Drawn.of(120, 90, 4, seed);
            training.add(List.of(drawn.picture()), drawn.known());
        }
        assertThat(training.words()).isEqualTo("40 pictures, 160 things in them");
        var weights = training.train(new StepSettings(100, 8, 4e-3, 0.1, 0.01, 0.95, 5, 1), (_, _, _) -> {}, null);
        int right = 0;
        int told = 0;
        try (var session = OnnxSession.open(training.onnx(weights))) {
            var detector = new DenseDetector(session, LABELS, 0.3);
            for (int seed = 1000; seed < 1020; seed++) {
                var drawn = Drawn.of(150, 130, 5, seed);
                var found = detector.detect(List.of(drawn.picture()));
                told += found.size();
                right += (int) drawn.known().stream()
                        .filter(known -> found.stream()
                                .anyMatch(each -> each.label().equals(LABELS.get(known.kind()))
                                        && each.box().iou(known.box()) > 0.5))
                        .count();
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DenseDetector(session, List.of("disc"), 0.3)
                            .detect(List.of(Frame.of(1, 1, new byte[1]))))
                    .withMessageContaining("not where [disc] are");
        }
        assertThat(right).as("of 100 things").isGreaterThan(80);
        assertThat(told).as("told of 100 things").isLessThan(120);
    }

    /** Boxes turn with the part that is shown: whatever is drawn lies in its box, however the part is laid. */
    @Test
    void boxesLieWhereTheThingsAre() {
        var drawn = Drawn.of(100, 80, 3, 5);
        var picture = new DensePicture(List.of(drawn.mask()), drawn.known());
        var random = new SplittableRandom(3);
        for (int i = 0; i < PARTS; i++) {
            var part = new float[64 * 64];
            var known = picture.write(64, random, part, 0);
            var inside = new boolean[64 * 64];
            for (var each : both(known)) {
                var box = each.box();
                for (int y = box.top(); y < box.bottom(); y++) {
                    for (int x = box.left(); x < box.right(); x++) {
                        inside[y * 64 + x] = true;
                        if (each.kind() == 1) {
                            assertThat(part[y * 64 + x]).isEqualTo(1);
                        }
                    }
                }
            }
            for (int p = 0; p < part.length; p++) {
                assertThat(part[p] == 1 && !inside[p]).isFalse();
            }
        }
    }

    private static List<KnownBox> both(DensePicture.Part part) {
        return Stream.concat(part.known().stream(), part.partly().stream()).toList();
    }

    @Test
    void refusesWhatDoesNotFit() {
        var picture = DenseInput.of(ColourFrame.of(Frame.of(40, 40, new byte[1600])));
        var training = new DenseTraining(3, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.add(picture.subList(0, 1), List.of()))
                .withMessageContaining("1 planes for a detector of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.add(picture, List.of(new KnownBox(2, new Box(0, 0, 9, 9)))))
                .withMessageContaining("Kind 2 of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.add(picture, List.of(new KnownBox(0, new Box(30, 30, 41, 40)))))
                .withMessageContaining("in a picture of 40 x 40");
        training.add(picture, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.train(StepSettings.of(1, 1, 1), (_, _, _) -> {}, null))
                .withMessageContaining("nothing to learn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseTraining(3, 2, 100))
                .withMessageContaining("a multiple of 32");
    }
}
