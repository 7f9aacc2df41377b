package dev.millwright.learning.vision;

import dev.millwright.inference.ModelRegistry;
import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.detection.JudgeModel;
import dev.millwright.vision.evaluation.DetectionReport;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Trains the judge in the box on generated boards alone, so that nobody's pictures are in it; and judges it on further ones. */
public final class BoardTraining {
    /** Twice the boards that DeepPCB learns from, and as many steps. */
    public static final BoardTraining DEFAULT =
            new BoardTraining(BoardSettings.scanned(), 640, 100, JudgeTraining.STEPS);

    private static final InspectorSettings SETTINGS =
            InspectorSettings.standard().withLeastScore(0);
    private static final int DEFECTS = 8;
    /** Boards that nothing is learned from have numbers from here on. */
    private static final long UNSEEN = 1L << 40;

    private final BoardGenerator generator;
    private final int boards;
    private final int judged;
    private final StepSettings steps;

    /**
     * A training on generated boards.
     *
     * @param boards learned from
     * @param judged on so many others
     */
    public BoardTraining(BoardSettings settings, int boards, int judged, StepSettings steps) {
        generator = new BoardGenerator(settings);
        this.boards = boards;
        this.judged = judged;
        this.steps = steps;
    }

    /**
     * Learns; gives a file for {@link Judge}.
     *
     * @param folder where a killed training left off and this one may; null: nothing is kept
     */
    public byte[] train(StepTraining.Progress progress, @Nullable Path folder) {
        var training = new JudgeTraining();
        for (long seed = 0; seed < boards; seed++) {
            var board = generator.generate(seed, DEFECTS);
            training.add(board.image(), board.template(), SETTINGS, board.defects());
        }
        return training.onnx(training.train(steps, progress, folder));
    }

    /** The hash of all boards that are learned from: images, templates and defects. */
    public String dataSha256() {
        var hashes = new StringBuilder();
        for (long seed = 0; seed < boards; seed++) {
            var board = generator.generate(seed, DEFECTS);
            hashes.append(ModelRegistry.sha256(board.image().pixels()))
                    .append(ModelRegistry.sha256(board.template().pixels()))
                    .append(board.defects());
        }
        return ModelRegistry.sha256(hashes.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What a model finds on boards that none has learned from. */
    public DetectionReport judge(byte[] onnx) {
        var report = new DetectionReport();
        try (var model = JudgeModel.read(onnx, "the trained judge")) {
            var inspector = new Inspector(SETTINGS, model.judge(), InstantSource.fixed(Instant.EPOCH));
            for (long seed = UNSEEN; seed < UNSEEN + judged; seed++) {
                var board = generator.generate(seed, DEFECTS);
                report.add(inspector.inspect(board.image(), board.template()).findings(), board.defects());
            }
        }
        return report;
    }

    /** In words, for a card. */
    @Override
    public String toString() {
        return "%d generated boards of %d defects, %s".formatted(boards, DEFECTS, steps);
    }
}
