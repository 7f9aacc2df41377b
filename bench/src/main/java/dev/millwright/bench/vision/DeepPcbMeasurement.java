package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.DenseTraining;
import dev.millwright.learning.vision.JudgeTraining;
import dev.millwright.vision.Defect;
import dev.millwright.vision.DefectType;
import dev.millwright.vision.Inspector;
import dev.millwright.vision.InspectorSettings;
import dev.millwright.vision.detection.Judge;
import dev.millwright.vision.evaluation.BoardPair;
import dev.millwright.vision.evaluation.DeepPcb;
import dev.millwright.vision.evaluation.DetectionReport;
import dev.millwright.vision.evaluation.DetectionScore;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defects of DeepPCB's official test pairs: by a model that learned on the train pairs, by another model where one is named, by
 * rules, and by a dense detector. Thresholds are those that were best on the train pairs; of the dense detector, on those that it has
 * not learned from.
 */
record DeepPcbMeasurement(Path folder, @Nullable Path other, Checkpoints kept) implements Evaluate.Measurement {
    private static final InspectorSettings SETTINGS =
            InspectorSettings.standard().withLeastScore(0);
    private static final List<String> LABELS =
            List.of(DefectType.values()).stream().map(Enum::name).toList();
    private static final int WARM_UP = 20;

    @Override
    public Evaluate.Figures run() throws IOException {
        var set = DeepPcb.in(folder);
        var metrics = new LinkedHashMap<String, Double>();
        var rows = new ArrayList<Map<String, Object>>();
        judge("", own(set), set.train(), set, metrics, rows);
        if (other != null) {
            judge("other_", inspector(OnnxSession.open(Files.readAllBytes(other))), set.train(), set, metrics, rows);
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
                    training.add(reader.read(pair.image()), reader.read(pair.template()), SETTINGS, known(pair));
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

    private static void judge(
            String prefix,
            Inspector inspector,
            List<BoardPair> forThreshold,
            DeepPcb set,
            Map<String, Double> metrics,
            List<Map<String, Object>> rows)
            throws IOException {
        double threshold = report(inspector, forThreshold, new ArrayList<>()).bestThreshold();
        var millis = new ArrayList<Double>();
        var report = report(inspector, set.test(), millis);
        var score = report.at(threshold);
        metrics.put(prefix + "map", report.map());
        metrics.put(prefix + "map50", report.map50());
        metrics.put(prefix + "f", score.fTyped());
        metrics.put(prefix + "f_threshold", threshold);
        metrics.put(prefix + "precision", score.precisionTyped());
        metrics.put(prefix + "recall", score.recallTyped());
        metrics.put(prefix + "false_reject_at_recall100", report.falseRejectAtRecall100());
        metrics.put(prefix + "median_ms", millis.stream().sorted().toList().get(millis.size() / 2));
        for (var type : DefectType.values()) {
            metrics.put(
                    prefix + "ap_" + type.name().toLowerCase(Locale.ROOT),
                    report.precision(DetectionScore.IOU).of(type));
            rows.add(Map.of(
                    "model", prefix.isEmpty() ? "own" : prefix.substring(0, prefix.length() - 1),
                    "type", type.name(),
                    "there", score.defectsByType().getOrDefault(type, 0),
                    "called", score.confusion().getOrDefault(type, Map.of()).toString()));
        }
    }

    /** All findings; told into {@code millis} is how long each board took once the machine is warm, reading left out. */
    private static DetectionReport report(Inspector inspector, List<BoardPair> pairs, List<Double> millis) {
        var reader = FrameReader.standard();
        var report = new DetectionReport();
        int boards = 0;
        for (var pair : pairs) {
            var inspection = inspector.inspect(reader.read(pair.image()), reader.read(pair.template()));
            report.add(inspection.findings(), known(pair));
            if (++boards > WARM_UP) {
                millis.add(inspection.elapsed().toNanos() / 1e6);
            }
        }
        return report;
    }

    static List<Defect> known(BoardPair pair) {
        var defects = pair.defects();
        if (defects == null) {
            throw new IllegalArgumentException(pair.name() + " has no file of boxes\nTake the set as it is published.");
        }
        return defects;
    }
}
