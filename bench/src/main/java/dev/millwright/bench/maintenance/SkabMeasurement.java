package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.plots.ScorePlot;
import dev.millwright.learning.plots.ScorePlot.Span;
import dev.millwright.maintenance.anomaly.AnomalySettings;
import dev.millwright.maintenance.anomaly.JointDetector;
import dev.millwright.maintenance.anomaly.JointModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Anomalies of a water pump (SKAB): each file's first 400 rows are learned, the others judged one by one, and the rows of
 * all files counted together, as the leaderboard does. How the detector works was settled on the files with even numbers;
 * {@code rest_} are the odd ones.
 */
record SkabMeasurement(Path folder, Pictures pictures) implements Evaluate.Measurement {
    private static final int LEARNED = 400;

    /** One way of telling anomalies, over all files and over the odd ones. */
    private record Tally(String prefix, Confusion all, Confusion rest) {
        Tally(String prefix) {
            this(prefix, new Confusion(), new Confusion());
        }

        void add(SkabFile file, boolean alarm, boolean anomalous) {
            all.add(alarm, anomalous);
            if (file.number() % 2 != 0) {
                rest.add(alarm, anomalous);
            }
        }
    }

    /** One file's F1, and the joint score of each judged row. */
    private record Drawn(SkabFile file, double f1, List<Double> scores) {}

    @Override
    public Evaluate.Figures run() {
        var settings = AnomalySettings.DEFAULT;
        var joint = new Tally("");
        var alone = new Tally("per_signal_");
        var always = new Tally("always_");
        var rows = new ArrayList<Map<String, Object>>();
        var drawn = new ArrayList<Drawn>();
        var files = SkabFile.all(folder);
        for (var file : files) {
            rows.add(judge(file, settings, joint, alone, always, drawn));
        }
        draw(drawn);
        var metrics = new LinkedHashMap<String, Number>();
        for (var tally : List.of(joint, alone, always)) {
            tally.all().put(tally.prefix(), metrics);
            tally.rest().put("rest_" + tally.prefix(), metrics);
        }
        return new Evaluate.Figures(
                Map.of("set", "skab", "files", files.size(), "learned_rows", LEARNED, "anomaly", settings.toString()),
                metrics,
                rows);
    }

    /** The file in the middle by its F1, and the worst. */
    private void draw(List<Drawn> drawn) {
        var byF1 = drawn.stream().sorted(Comparator.comparingDouble(Drawn::f1)).toList();
        draw("skab-median", "the file in the middle", byF1.get(byF1.size() / 2));
        draw("skab-worst", "the worst file", byF1.getFirst());
    }

    private void draw(String picture, String which, Drawn drawn) {
        pictures.add(
                picture,
                () -> ScorePlot.of(
                        String.format(
                                Locale.ROOT,
                                "SKAB %s: %s by its F1, %.2f",
                                drawn.file().name(),
                                which,
                                drawn.f1()),
                        "time [s]",
                        1,
                        LEARNED,
                        drawn.scores(),
                        Span.of(drawn.file().anomalous())));
    }

    private static Map<String, Object> judge(
            SkabFile file, AnomalySettings settings, Tally joint, Tally alone, Tally always, List<Drawn> drawn) {
        if (file.rows().size() <= LEARNED) {
            throw new IllegalArgumentException("SKAB's %s has %d rows, of which %d are learned.\nFetch the file again."
                    .formatted(file.name(), file.rows().size(), LEARNED));
        }
        var learned = file.rows().subList(0, LEARNED).toArray(double[][]::new);
        var detector = new JointDetector(JointModel.learn(file.signals(), learned, settings));
        var limits = new SignalsAlone(learned);
        var own = new Confusion();
        var scores = new ArrayList<Double>();
        int first = -1;
        var speaks = "";
        for (int i = LEARNED; i < file.rows().size(); i++) {
            boolean anomalous = file.anomalous().get(i);
            double score = detector.observe(file.rows().get(i)).index();
            boolean alarm = score > 1;
            scores.add(score);
            joint.add(file, alarm, anomalous);
            own.add(alarm, anomalous);
            alone.add(file, limits.observe(file.rows().get(i)) > 1, anomalous);
            always.add(file, true, anomalous);
            if (alarm && anomalous && first < 0) {
                first = i - file.anomalous().indexOf(true);
                speaks = detector.contributions().getFirst().signal();
            }
        }
        drawn.add(new Drawn(file, own.f1(), scores));
        var row = new LinkedHashMap<String, Object>();
        row.put("file", file.name());
        row.put("f1", own.f1());
        row.put("far", own.falseAlarmRate());
        row.put("mar", own.missedAlarmRate());
        row.put("seconds_to_alarm", first);
        row.put("speaks", speaks);
        return row;
    }
}
