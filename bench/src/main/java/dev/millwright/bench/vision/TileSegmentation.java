package dev.millwright.bench.vision;

import dev.millwright.inference.OnnxSession;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.MarkedPictures;
import dev.millwright.learning.vision.SegmentTraining;
import dev.millwright.vision.anomaly.AnomalyMap;
import dev.millwright.vision.anomaly.HeatMap;
import dev.millwright.vision.evaluation.AnomalyCase;
import dev.millwright.vision.evaluation.MagneticTiles;
import dev.millwright.vision.evaluation.PixelScore;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.Frame;
import dev.millwright.vision.image.FrameReader;
import dev.millwright.vision.segmentation.Segmentation;
import dev.millwright.vision.segmentation.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defective pixels of magnetic tiles: learned from four fifths of the tiles of each kind, of which every tenth picture is held out for
 * the threshold, judged on the rest. Pixels are defective or not, whatever the kind; {@code miou} and {@code f1} are of the
 * defective ones, counted together over all judged pictures at their own size.
 */
record TileSegmentation(
        Path folder, Checkpoints kept, @Nullable Path pictures) {
    private static final int HELD_OUT = 10;
    private static final int WARM_UP = 20;
    private static final int WORST = 8;
    private static final int THRESHOLDS = 20;
    private static final int MARKED = 128;

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Judged(AnomalyCase of, Frame picture, Segmentation said, boolean[] known) {
        PixelScore score(double threshold) {
            return PixelScore.of(said.mask(threshold), known);
        }
    }

    /** Adds the figures, and a row for each kind. */
    void measure(Map<String, Double> metrics, List<Map<String, Object>> rows) throws IOException {
        var parts = MagneticTiles.supervised(folder, SegmentTraining.STEPS.seed());
        var learned = new ArrayList<AnomalyCase>();
        var heldOut = new ArrayList<AnomalyCase>();
        for (int i = 0; i < parts.learned().size(); i++) {
            (i % HELD_OUT == 0 ? heldOut : learned).add(parts.learned().get(i));
        }
        byte[] onnx = kept.keep("magnetic tile segmentation " + SegmentTraining.STEPS, steps -> learn(learned, steps));
        try (var session = OnnxSession.open(onnx)) {
            var segmenter = new Segmenter(session, SegmentTraining.SIDE);
            double threshold = bestThreshold(judged(segmenter, heldOut, new ArrayList<>()));
            var millis = new ArrayList<Double>();
            var judged = judged(segmenter, parts.judged(), millis);
            figures(judged, threshold, metrics, rows);
            metrics.put("segment_median_ms", millis.stream().sorted().toList().get(millis.size() / 2));
            if (pictures != null) {
                worst(judged, threshold, pictures);
            }
        }
    }

    private static byte[] learn(List<AnomalyCase> cases, @Nullable Path steps) {
        var pictures = new MarkedPictures(SegmentTraining.SIDE);
        for (var each : cases) {
            var picture = FrameReader.standard().read(each.image());
            pictures.add(picture, mask(each, picture));
        }
        var training = new SegmentTraining(pictures);
        System.err.println(training.words());
        return training.onnx(training.train(SegmentTraining.STEPS, Steps.told("segmentation"), steps));
    }

    private static Frame mask(AnomalyCase of, Frame picture) {
        return of.mask() == null
                ? Frame.of(picture.width(), picture.height(), new byte[picture.width() * picture.height()])
                : FrameReader.standard().read(of.mask());
    }

    private static List<Judged> judged(Segmenter segmenter, List<AnomalyCase> cases, List<Double> millis) {
        var judged = new ArrayList<Judged>();
        for (var each : cases) {
            var picture = FrameReader.standard().read(each.image());
            long began = System.nanoTime();
            var said = segmenter.segment(picture);
            if (judged.size() >= WARM_UP) {
                millis.add((System.nanoTime() - began) / 1e6);
            }
            var mask = mask(each, picture);
            var known = new boolean[said.probabilities().length];
            for (int i = 0; i < known.length; i++) {
                known[i] = mask.grey(i % mask.width(), i / mask.width()) >= MARKED;
            }
            judged.add(new Judged(each, picture, said, known));
        }
        return judged;
    }

    private static PixelScore score(List<Judged> judged, double threshold) {
        return judged.stream().map(each -> each.score(threshold)).reduce(PixelScore.NONE, PixelScore::plus);
    }

    private static double bestThreshold(List<Judged> heldOut) {
        double best = 0.5;
        double most = -1;
        for (int i = 1; i < THRESHOLDS; i++) {
            double threshold = i / (double) THRESHOLDS;
            double iou = score(heldOut, threshold).iou();
            if (iou > most) {
                most = iou;
                best = threshold;
            }
        }
        return best;
    }

    private static void figures(
            List<Judged> judged, double threshold, Map<String, Double> metrics, List<Map<String, Object>> rows) {
        var all = score(judged, threshold);
        metrics.put("miou", all.iou());
        metrics.put("f1", all.f1());
        metrics.put("miou_both_classes", all.meanIou());
        metrics.put("segment_threshold", threshold);
        var byKind = new LinkedHashMap<String, List<Judged>>();
        judged.forEach(each ->
                byKind.computeIfAbsent(each.of().kind(), _ -> new ArrayList<>()).add(each));
        var kinds = new ArrayList<PixelScore>();
        byKind.forEach((kind, its) -> {
            var score = score(its, threshold);
            if (!kind.equals(AnomalyCase.GOOD)) {
                kinds.add(score);
                metrics.put("iou_" + kind.toLowerCase(Locale.ROOT), score.iou());
            }
            rows.add(Map.of(
                    "segmented", kind,
                    "pictures", its.size(),
                    "iou", score.iou(),
                    "f1", score.f1(),
                    "wrong_pixels", score.wrong(),
                    "missed_pixels", score.missed()));
        });
        metrics.put(
                "miou_kinds",
                kinds.stream().mapToDouble(PixelScore::iou).average().orElse(0));
        metrics.put(
                "f1_kinds", kinds.stream().mapToDouble(PixelScore::f1).average().orElse(0));
    }

    /** Writes the pictures with the most pixels told wrongly, as shares of their own, with what was said of them. */
    private static void worst(List<Judged> judged, double threshold, Path folder) throws IOException {
        Files.createDirectories(folder);
        var worst = judged.stream()
                .sorted(Comparator.comparingDouble(each -> each.score(threshold).iou()))
                .limit(WORST)
                .toList();
        for (var each : worst) {
            var name = "segmented_%s_%.2f_%s"
                    .formatted(
                            each.of().kind(),
                            each.score(threshold).iou(),
                            each.of().image().getFileName().toString().replaceAll("\\.[a-z]+$", ".png"));
            var map = new AnomalyMap(
                    each.said().width(), each.said().height(), each.said().probabilities());
            Files.write(folder.resolve(name), HeatMap.png(ColourFrame.of(each.picture()), map, 1));
        }
    }
}
