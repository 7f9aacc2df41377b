package dev.millwright.learning.vision;

import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.network.StepSettings;
import dev.millwright.learning.network.StepTraining;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.evaluation.DetectionReport;
import dev.millwright.vision.generator.BoardGenerator;
import dev.millwright.vision.generator.BoardSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trains the judge in the box on generated boards alone, so that nobody's pictures are in it; and judges it on further ones. */
public final class BoardTraining {
    /** Kinds of defect, in the order in which the model answers. */
    public static final List<String> LABELS =
            Arrays.stream(DefectType.values()).map(Enum::name).toList();

    /** Twice the boards that DeepPCB learns from, and as many steps. */
    public static final BoardTraining DEFAULT =
            new BoardTraining(BoardSettings.scanned(), 640, 100, JudgeTraining.STEPS);

    private static final InspectorSettings SETTINGS =
            InspectorSettings.standard().withLeastScore(0);
    private static final int DEFECTS = 8;
    /** Boards that nothing is learned from have numbers from here on. */
    private static final long UNSEEN = 1L << 40;

    /**
     * What was learned.
     *
     * @param onnx for {@link Judge}
     * @param heldOut what it finds on boards it has not learned from
     */
    // The file is only ever written out.
    @SuppressWarnings("ArrayRecordComponent")
    public record Learned(byte[] onnx, DetectionReport heldOut) {}

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
     * Learns and judges.
     *
     * @param folder where a killed training left off and this one may; null: nothing is kept
     */
    public Learned train(StepTraining.Progress progress, @Nullable Path folder) {
        var training = new JudgeTraining();
        for (long seed = 0; seed < boards; seed++) {
            var board = generator.generate(seed, DEFECTS);
            training.add(board.image(), board.template(), SETTINGS, board.defects());
        }
        byte[] onnx = training.onnx(training.train(steps, progress, folder));
        var report = new DetectionReport();
        try (var session = OnnxSession.open(onnx)) {
            var inspector = new Inspector(SETTINGS, new Judge(session, LABELS), InstantSource.fixed(Instant.EPOCH));
            for (long seed = UNSEEN; seed < UNSEEN + judged; seed++) {
                var board = generator.generate(seed, DEFECTS);
                report.add(inspector.inspect(board.image(), board.template()).findings(), board.defects());
            }
        }
        return new Learned(onnx, report);
    }

    /** In words, for a card. */
    @Override
    public String toString() {
        return "%d generated boards of %d defects, %s".formatted(boards, DEFECTS, steps);
    }
}
