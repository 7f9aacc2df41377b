package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.inference.AskedModel;
import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.DenseTraining;
import dev.millwright.learning.vision.JudgeTraining;
import dev.millwright.learning.vision.task.PairReport;
import dev.millwright.learning.vision.task.Teller;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.evaluation.BoardPair;
import dev.millwright.vision.evaluation.DeepPcb;
import dev.millwright.vision.evaluation.DetectionScore;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defects of DeepPCB's official test pairs: by a model that learned on the train pairs, by another model where one is named, by
 * rules, and by a dense detector. Thresholds are those that were best on the train pairs; of the dense detector, on those that it has
 * not learned from.
 *
 * @param other a model of differences to be judged beside; null: none
 * @param pictures where the worst misses go; null: nowhere
 */
record DeepPcbMeasurement(
        Path folder,
        @Nullable AskedModel other,
        Checkpoints kept,
        @Nullable Path pictures) implements Evaluate.Measurement {
    private static final InspectorSettings SETTINGS =
            InspectorSettings.standard().withLeastScore(0);
    private static final List<String> LABELS =
            List.of(DefectType.values()).stream().map(Enum::name).toList();
    private static final Teller UNTOLD = (_, _, _, _) -> {};

    @Override
    public Evaluate.Figures run() throws IOException {
        var set = DeepPcb.in(folder);
        var metrics = new LinkedHashMap<String, Double>();
        var rows = new ArrayList<Map<String, Object>>();
        judge("", own(set), set.train(), set, metrics, rows);
        if (other != null) {
            judge("other_", inspector(OnnxSession.open(other.onnx())), set.train(), set, metrics, rows);
        }
        judge("rules_", new Inspector(SETTINGS, Clock.systemUTC()), set.train(), set, metrics, rows);
        var dense = DenseBoards.of(set.train(), SETTINGS, kept);
        judge("dense_", dense.inspector(), dense.heldOut(), set, metrics, rows);
        return new Evaluate.Figures(
                Map.of(
                        "set",
                        "deeppcb",
                        "iou",
                        DetectionScore.IOU,
                        "steps",
                        JudgeTraining.STEPS.toString(),
                        "dense_steps",
                        DenseTraining.STEPS.toString()),
                metrics,
                rows);
    }

    private Inspector own(DeepPcb set) {
        byte[] onnx = kept.keep("deeppcb judge " + JudgeTraining.STEPS, steps -> {
            try {
                var training = new JudgeTraining();
                var reader = FrameReader.standard();
                for (var pair : set.train()) {
                    training.add(reader.read(pair.image()), reader.read(pair.template()), SETTINGS, pair.known());
                }
                System.err.println(training.words());
                return training.onnx(training.train(JudgeTraining.STEPS, Steps.told("judge"), steps));
            } catch (IOException e) {
                throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
            }
        });
        return inspector(OnnxSession.open(onnx));
    }

    private static Inspector inspector(OnnxSession session) {
        return new Inspector(SETTINGS, new Judge(session, LABELS), Clock.systemUTC());
    }

    private void judge(
            String prefix,
            Inspector inspector,
            List<BoardPair> forThreshold,
            DeepPcb set,
            Map<String, Double> metrics,
            List<Map<String, Object>> rows)
            throws IOException {
        double threshold =
                PairReport.of(inspector, forThreshold, "", UNTOLD).report().bestThreshold();
        var report = PairReport.of(inspector, set.test(), "", UNTOLD);
        report.metrics(threshold).forEach((key, value) -> metrics.put(prefix + key, value));
        metrics.put(prefix + "median_ms", report.medianMillis());
        var model = prefix.isEmpty() ? "own" : prefix.substring(0, prefix.length() - 1);
        WorstCases.write(pictures, "deeppcb_%s_worst.png".formatted(model), report.worst(threshold));
        var score = report.report().at(threshold);
        for (var type : DefectType.values()) {
            rows.add(Map.of(
                    "model",
                    model,
                    "type",
                    type.name(),
                    "there",
                    score.defectsByType().getOrDefault(type, 0),
                    "called",
                    score.confusion().getOrDefault(type, Map.of()).toString()));
        }
    }
}
