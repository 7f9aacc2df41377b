package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.failure.Confusion;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.SurfaceLearner;
import dev.millwright.learning.vision.SurfacePicture;
import dev.millwright.learning.vision.SurfaceTraining;
import dev.millwright.vision.surface.SurfaceClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kinds of surfaces: learned from some pictures, judged on others. */
record SurfaceMeasurement(
        String name, List<String> kinds, List<SurfacePicture> learned, List<SurfacePicture> judged, Checkpoints kept)
        implements Evaluate.Measurement {
    private static final int WARM_UP = 20;
    private static final int BINS = 10;

    @Override
    public Evaluate.Figures run() {
        byte[] onnx = kept.keep(
                name + " surfaces " + SurfaceLearner.STEPS,
                steps -> SurfaceLearner.learn(learned, kinds, SurfaceLearner.STEPS, Steps.told(name), steps));
        var shows = new int[judged.size()];
        var said = new int[judged.size()];
        var millis = new ArrayList<Double>();
        var sure = new double[BINS];
        var right = new double[BINS];
        var rows = new ArrayList<Map<String, Object>>();
        try (var session = OnnxSession.open(onnx)) {
            var classifier = new SurfaceClassifier(session, kinds, SurfaceTraining.SIDE);
            for (int i = 0; i < WARM_UP; i++) {
                classifier.classify(judged.getFirst().picture());
            }
            for (int i = 0; i < judged.size(); i++) {
                var picture = judged.get(i);
                long began = System.nanoTime();
                var answer = classifier.classify(picture.picture());
                millis.add((System.nanoTime() - began) / 1e6);
                var truth = kinds.get(picture.kind());
                shows[i] = picture.kind();
                said[i] = kinds.indexOf(answer.kind());
                int bin = Math.min(BINS - 1, (int) (BINS * answer.probability()));
                sure[bin] += answer.probability();
                right[bin] += truth.equals(answer.kind()) ? 1 : 0;
                if (!truth.equals(answer.kind())) {
                    rows.add(Map.of(
                            "picture", picture.name(),
                            "shows", truth,
                            "said", answer.kind(),
                            "probability", answer.probability()));
                }
            }
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sure[bin] - right[bin]) / judged.size();
        }
        var confusion = Confusion.of(kinds.size(), shows, said);
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("accuracy", confusion.accuracy());
        metrics.put("macro_f1", confusion.macroF1());
        metrics.put("ece", error);
        metrics.put("median_ms", millis.stream().sorted().toList().get(millis.size() / 2));
        return new Evaluate.Figures(
                Map.of(
                        "set",
                        name,
                        "learned",
                        learned.size(),
                        "judged",
                        judged.size(),
                        "steps",
                        SurfaceLearner.STEPS.toString()),
                metrics,
                rows);
    }
}
