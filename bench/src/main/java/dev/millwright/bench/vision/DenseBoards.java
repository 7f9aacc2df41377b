package dev.millwright.bench.vision;

import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.DenseTraining;
import dev.millwright.learning.vision.KnownBox;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.dense.DenseDetector;
import dev.millwright.vision.dense.DenseInput;
import dev.millwright.vision.evaluation.BoardPair;
import dev.millwright.vision.image.FrameReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rival of judging differences one by one: a network that looks at whole boards beside their templates. Every tenth train pair is
 * held out of learning, for the threshold.
 *
 * @param heldOut pairs that were not learned from
 */
record DenseBoards(Inspector inspector, List<BoardPair> heldOut) {
    private static final int HELD_OUT = 10;
    /** Less probable findings change no figure, and there are many of them. */
    private static final double LEAST = 0.01;

    private static final List<DefectType> TYPES = List.of(DefectType.values());

    /** Learns from pairs, or takes what was kept. */
    static DenseBoards of(List<BoardPair> pairs, InspectorSettings settings, Checkpoints kept) {
        var learned = new ArrayList<BoardPair>();
        var heldOut = new ArrayList<BoardPair>();
        for (int i = 0; i < pairs.size(); i++) {
            (i % HELD_OUT == 0 ? heldOut : learned).add(pairs.get(i));
        }
        byte[] onnx = kept.keep("deeppcb dense " + DenseTraining.STEPS, steps -> learn(learned, settings, steps));
        var labels = TYPES.stream().map(Enum::name).toList();
        var detector = new DenseDetector(OnnxSession.open(onnx), labels, LEAST);
        return new DenseBoards(new Inspector(settings, detector, Clock.systemUTC()), heldOut);
    }

    private static byte[] learn(List<BoardPair> pairs, InspectorSettings settings, @Nullable Path steps) {
        var reader = FrameReader.standard();
        var training = new DenseTraining(3, TYPES.size());
        for (var pair : pairs) {
            training.add(
                    DenseInput.of(settings.compare(reader.read(pair.image()), reader.read(pair.template()))),
                    pair.known().stream()
                            .map(defect -> new KnownBox(TYPES.indexOf(defect.type()), defect.box()))
                            .toList());
        }
        System.err.println(training.words());
        return training.onnx(training.train(DenseTraining.STEPS, Steps.told("dense"), steps));
    }
}
