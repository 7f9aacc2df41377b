package dev.millwright.bench.vision;

import dev.millwright.vision.anomaly.AnomalyDetector;
import dev.millwright.vision.anomaly.DetectorFile;
import dev.millwright.vision.anomaly.HeatMap;
import dev.millwright.vision.anomaly.ImageScore;
import dev.millwright.vision.evaluation.AnomalyCase;
import dev.millwright.vision.evaluation.AnomalyRun;
import dev.millwright.vision.evaluation.MvtecFolder;
import dev.millwright.vision.image.ColourFrame;
import dev.millwright.vision.image.FrameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A detector learned from good images, and what it said of the others. */
record AnomalyTrial(AnomalyDetector detector, AnomalyRun run, double trainedSeconds) {
    private static final int PICTURES = 6;

    /** Learns by one way and judges; tells how far it is on the terminal. */
    static AnomalyTrial of(MvtecFolder set, int limit, Function<List<ColourFrame>, AnomalyDetector> learned) {
        var reader = FrameReader.standard();
        var good = limited(set.good(), limit).stream()
                .map(file -> ColourFrame.of(reader.read(file)))
                .toList();
        long start = System.nanoTime();
        var detector = learned.apply(good);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.printf(Locale.ROOT, "learned from %d good images in %.0f s%n", good.size(), seconds);
        return new AnomalyTrial(detector, AnomalyRun.of(detector, limited(set.test(), limit), _ -> {}), seconds);
    }

    /** Evenly taken out of all, so that each kind is there. */
    private static <T> List<T> limited(List<T> all, int limit) {
        if (limit == 0 || limit >= all.size()) {
            return all;
        }
        var some = new ArrayList<T>();
        for (int i = 0; i < limit; i++) {
            some.add(all.get((int) ((long) i * all.size() / limit)));
        }
        return some;
    }

    /** Its figures; each kind of image score beside the one that was chosen without the test images. */
    Map<String, Double> metrics(String prefix) {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put(prefix + "image_auroc", run.imageAuroc());
        for (var score : ImageScore.values()) {
            metrics.put(prefix + "image_auroc_" + score.name().toLowerCase(Locale.ROOT), run.imageAuroc(score));
        }
        metrics.put(prefix + "false_reject_rate", run.falseRejects());
        metrics.put(prefix + "escape_rate", run.escapes());
        metrics.put(prefix + "milliseconds", run.medianMillis());
        metrics.put(prefix + "bank_mb", DetectorFile.bytes(detector).length / 1e6);
        metrics.put(prefix + "train_seconds", trainedSeconds);
        return metrics;
    }

    /** A row for each kind of defect. */
    List<Map<String, Object>> rows(String prefix) {
        var rows = new ArrayList<Map<String, Object>>();
        run.imageAurocs()
                .forEach((kind, auroc) -> rows.add(Map.of(
                        "backbone",
                        prefix.replace("_", ""),
                        "kind",
                        kind,
                        "image_auroc",
                        auroc,
                        "score",
                        detector.calibration().score().name())));
        return rows;
    }

    /** Writes the bad images that scored lowest and the good ones that scored highest. */
    void pictures(Path folder, String prefix) {
        double full = detector.fullHeat();
        var reader = FrameReader.standard();
        try {
            Files.createDirectories(folder);
            for (var judged : run.worst(PICTURES)) {
                var image = judged.of().image();
                var name = "%s%s_%.2f_%s"
                        .formatted(
                                prefix,
                                judged.of().good()
                                        ? AnomalyCase.GOOD
                                        : judged.of().kind(),
                                judged.result().score(),
                                image.getFileName().toString().replaceAll("\\.[a-z]+$", ".png"));
                Files.write(
                        folder.resolve(name),
                        HeatMap.png(
                                ColourFrame.of(reader.read(image)),
                                judged.result().map(),
                                full));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written.\nName another folder.".formatted(folder), e);
        }
    }
}
