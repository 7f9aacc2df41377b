package dev.millwright.learning.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.network.StepSettings;
import dev.millwright.vision.evaluation.PixelScore;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.segmentation.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTrainingTest {
    private static final int SIDE = 64;

    /** A few seconds on drawn pictures are enough to mark most of what is drawn into others, at their own size. */
    @Test
    void learnsInSecondsToMarkWhatWasDrawn() {
        var pictures = new MarkedPictures(SIDE);
        for (int seed = 0; seed < 40; seed++) {
            var drawn = Drawn.of(80, 72, seed % 4, seed);
            pictures.add(drawn.picture(), drawn.mask());
        }
        var training = new SegmentTraining(pictures, SIDE, List.of(8, 16, 24));
        assertThat(training.words()).isEqualTo("30 pictures with defects, 10 without");
        var weights = training.train(new StepSettings(120, 8, 5e-3, 0.1, 0.01, 0.95, 1, 1), (_, _, _) -> {}, null);
        var score = PixelScore.NONE;
        try (var session = OnnxSession.open(training.onnx(weights))) {
            var segmenter = new Segmenter(session, SIDE);
            for (int seed = 1000; seed < 1020; seed++) {
                var drawn = Drawn.of(80, 72, 2, seed);
                var told = segmenter.segment(drawn.picture()).mask(0.5);
                score = score.plus(PixelScore.of(told, marked(drawn.mask())));
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Segmenter(session, 2 * SIDE).segment(Frame.of(1, 1, new byte[1])))
                    .withMessageContaining("The model failed");
        }
        assertThat(score.iou()).isGreaterThan(0.7);
    }

    @Test
    void refusesMasksThatMarkNothingOrAreOfAnotherSize() {
        var pictures = new MarkedPictures(SegmentTraining.SIDE);
        var training = new SegmentTraining(pictures);
        var sound = Drawn.of(40, 40, 0, 1);
        pictures.add(sound.picture(), sound.mask());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.train(StepSettings.of(1, 1, 1), (_, _, _) -> {}, null))
                .withMessageContaining("nothing to learn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pictures.add(sound.picture(), Frame.of(1, 1, new byte[1])))
                .withMessageContaining("one size");
    }

    private static boolean[] marked(Frame mask) {
        var marked = new boolean[mask.width() * mask.height()];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = mask.grey(i % mask.width(), i / mask.width()) > 0;
        }
        return marked;
    }
}
