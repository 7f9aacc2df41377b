package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.plots.ScorePlot;
import dev.millwright.learning.plots.ScorePlot.Span;
import dev.millwright.maintenance.anomaly.AlarmLatch;
import dev.millwright.maintenance.anomaly.AnomalySettings;
import dev.millwright.maintenance.anomaly.JointDetector;
import dev.millwright.maintenance.anomaly.JointModel;
import dev.millwright.maintenance.anomaly.RecentChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Failures of a machine told by its temperature alone (NAB): the rows of probation are learned, then each row is judged
 * when it comes. A detection is an alarm going up.
 */
record NabMeasurement(Path folder, Pictures pictures) implements Evaluate.Measurement {
    private static final double ROWS_A_DAY = 288;
    private static final double ROWS_AN_HOUR = 12;
    /** The recent past is a fortieth of what is learned: a longer one cannot be learned from it. */
    private static final int PARTS = 40;

    @Override
    public Evaluate.Figures run() {
        var series = NabSeries.read(folder);
        int learned = NabScore.probation(series.values().size());
        var metrics = new LinkedHashMap<String, Number>();
        var rows = new ArrayList<Map<String, Object>>();
        draw(series, learned);
        report("", detections(series, learned, joint(series, learned)), series, metrics, rows);
        report("per_signal_", detections(series, learned, alone(series, learned)), series, metrics, rows);
        return new Evaluate.Figures(
                Map.of("set", "nab", "learned_rows", learned, "anomaly", AnomalySettings.DEFAULT.toString()),
                metrics,
                rows);
    }

    private void draw(NabSeries series, int learned) {
        pictures.add("nab", () -> {
            var score = joint(series, learned);
            int size = series.values().size();
            return ScorePlot.of(
                    "NAB, temperature of a machine: four failures, each in its labelled window",
                    "time [days]",
                    1 / ROWS_A_DAY,
                    learned,
                    series.values().subList(learned, size).stream()
                            .map(score::applyAsDouble)
                            .toList(),
                    series.windows().stream()
                            .map(window -> new Span(window.from(), window.to()))
                            .toList());
        });
    }

    private static ToDoubleFunction<Double> joint(NabSeries series, int learned) {
        var change = new RecentChange(learned / PARTS);
        var rows =
                series.values().subList(0, learned).stream().map(change::take).toArray(double[][]::new);
        var detector =
                new JointDetector(JointModel.learn(List.of("temperature", "change"), rows, AnomalySettings.DEFAULT));
        return value -> detector.observe(change.take(value)).index();
    }

    private static ToDoubleFunction<Double> alone(NabSeries series, int learned) {
        var limits = new SignalsAlone(series.values().subList(0, learned).stream()
                .map(value -> new double[] {value})
                .toArray(double[][]::new));
        return value -> limits.observe(new double[] {value});
    }

    private static List<Integer> detections(NabSeries series, int learned, ToDoubleFunction<Double> index) {
        var alarm = new AlarmLatch();
        var detections = new ArrayList<Integer>();
        for (int i = learned; i < series.values().size(); i++) {
            if (alarm.goesUp(index.applyAsDouble(series.values().get(i)))) {
                detections.add(i);
            }
        }
        return detections;
    }

    private static void report(
            String prefix,
            List<Integer> detections,
            NabSeries series,
            Map<String, Number> metrics,
            List<Map<String, Object>> rows) {
        int size = series.values().size();
        int found = 0;
        int watched = size - NabScore.probation(size);
        metrics.put(prefix + "nab_score", NabScore.of(detections, series.windows(), size));
        for (int w = 0; w < series.windows().size(); w++) {
            var window = series.windows().get(w);
            watched -= window.width();
            var first = detections.stream().filter(window::holds).findFirst();
            found += first.isPresent() ? 1 : 0;
            int number = w + 1;
            first.ifPresent(row ->
                    metrics.put(prefix + "window" + number + "_delay_hours", (row - window.from()) / ROWS_AN_HOUR));
            var line = new LinkedHashMap<String, Object>();
            line.put("judge", prefix.isEmpty() ? "joint" : "per_signal");
            line.put("window", number);
            line.put("found", first.isPresent());
            first.ifPresent(
                    row -> line.put("hours_after_label", (row - series.labels().get(number - 1)) / ROWS_AN_HOUR));
            rows.add(line);
        }
        long wrong = detections.stream()
                .filter(row -> series.windows().stream().noneMatch(window -> window.holds(row)))
                .count();
        metrics.put(prefix + "windows_found", found);
        metrics.put(prefix + "false_alarms", wrong);
        metrics.put(prefix + "false_alarms_a_day", wrong / (watched / ROWS_A_DAY));
    }
}
