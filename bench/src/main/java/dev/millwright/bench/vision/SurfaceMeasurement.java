package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.Lying;
import dev.millwright.learning.vision.SurfaceLearner;
import dev.millwright.learning.vision.SurfacePicture;
import dev.millwright.learning.vision.task.SurfaceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of surfaces: learned from some pictures, judged on others.
 *
 * @param lying chosen on pictures learned from; docs/benchmarks/vision.md has the trials
 * @param pictures where the worst misses go; null: nowhere
 */
record SurfaceMeasurement(
        String name,
        List<String> kinds,
        List<SurfacePicture> learned,
        List<SurfacePicture> judged,
        Lying lying,
        Checkpoints kept,
        @Nullable Path pictures)
        implements Evaluate.Measurement {

    @Override
    public Evaluate.Figures run() throws IOException {
        byte[] onnx = kept.keep(
                name + " surfaces " + lying + " " + SurfaceLearner.STEPS,
                steps -> SurfaceLearner.learn(learned, kinds, lying, SurfaceLearner.STEPS, Steps.told(name), steps));
        var report = SurfaceReport.of(onnx, judged, (_, _, _, _) -> {});
        var metrics = new LinkedHashMap<>(report.metrics());
        metrics.put("median_ms", report.medianMillis());
        WorstCases.write(pictures, name + "_worst.png", report.worst());
        return new Evaluate.Figures(
                Map.of(
                        "set",
                        name,
                        "learned",
                        learned.size(),
                        "judged",
                        judged.size(),
                        "lying",
                        lying.toString(),
                        "steps",
                        SurfaceLearner.STEPS.toString()),
                metrics,
                report.wrong().stream().map(this::row).toList());
    }

    private Map<String, Object> row(SurfaceReport.Answer answer) {
        return Map.of(
                "picture", answer.picture().name(),
                "shows", kinds.get(answer.picture().kind()),
                "said", answer.said().kind(),
                "probability", answer.said().probability());
    }
}
