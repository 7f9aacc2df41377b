package dev.millwright.bench.maintenance;

import static java.util.Objects.requireNonNull;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.plots.BarPlot;
import dev.millwright.learning.plots.ScorePlot;
import dev.millwright.learning.plots.ScorePlot.Span;
import dev.millwright.maintenance.anomaly.AnomalySettings;
import dev.millwright.maintenance.anomaly.JointDetector;
import dev.millwright.maintenance.anomaly.JointModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Faults of the Tennessee Eastman process: one normal run is learned, each fault's test run judged row by row. The fault
 * begins at row 161; detected is its share of rows over the limit, the delay ends with the first of six such rows in a
 * row (Chiang, Russell and Braatz 2001).
 */
record TepMeasurement(Path folder, Pictures pictures) implements Evaluate.Measurement {
    private static final List<Integer> FAULTS = IntStream.concat(IntStream.rangeClosed(1, 15), IntStream.of(21))
            .boxed()
            .toList();
    /** Faults that hardly move anything, left out of the mean as is usual. */
    private static final List<Integer> HARDLY_SEEN = List.of(3, 9, 15);

    private static final int BEGINS = 160;
    private static final int IN_A_ROW = 6;
    private static final int MINUTES = 3;
    /** One healthy row in a hundred may pass, as in the literature. */
    private static final AnomalySettings SETTINGS = new AnomalySettings(AnomalySettings.DEFAULT.smoothing(), 2.326);

    /** A way of telling faults: each run begins with a fresh one. */
    private record Judge(String prefix, Supplier<ToDoubleFunction<double[]>> fresh) {
        String words() {
            return switch (prefix) {
                case "" -> "joint score";
                case "pca_" -> "plain PCA";
                default -> "each signal alone";
            };
        }

        List<Boolean> over(double[][] rows) {
            var index = fresh.get();
            var over = new ArrayList<Boolean>();
            for (var row : rows) {
                over.add(index.applyAsDouble(row) > 1);
            }
            return over;
        }
    }

    @Override
    public Evaluate.Figures run() {
        var normal = TepFile.read(folder, "d00.dat.gz");
        var other = TepFile.read(folder, "d00_te.dat.gz");
        var model = JointModel.learn(TepFile.NAMES, normal, SETTINGS);
        var pca = new ClassicPca(normal, other);
        var judges = List.of(
                new Judge("", () -> {
                    var detector = new JointDetector(model);
                    return row -> detector.observe(row).index();
                }),
                new Judge("pca_", () -> pca::index),
                new Judge("per_signal_", () -> new SignalsAlone(normal)::observe));
        var metrics = new LinkedHashMap<String, Number>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var judge : judges) {
            measure(judge, other, metrics, rows);
        }
        draw(judges, metrics);
        return new Evaluate.Figures(
                Map.of("set", "tep", "anomaly", SETTINGS.toString(), "components", model.components()), metrics, rows);
    }

    /** Each fault's share of rows over the limit, and the score over time where that is the one in the middle. */
    private void draw(List<Judge> judges, Map<String, Number> metrics) {
        pictures.add(
                "tep-faults",
                () -> BarPlot.of(
                        "TEP: share of a fault's rows over the limit",
                        "fault (3, 9 and 15 hardly move anything)",
                        "detected",
                        FAULTS.stream().map(String::valueOf).toList(),
                        judges.stream()
                                .map(judge -> new BarPlot.Way(
                                        judge.words(),
                                        FAULTS.stream()
                                                .map(fault -> detected(judge.prefix(), fault, metrics))
                                                .toList()))
                                .toList()));
        var seen = FAULTS.stream()
                .filter(fault -> !HARDLY_SEEN.contains(fault))
                .sorted(Comparator.comparingDouble(fault -> detected("", fault, metrics)))
                .toList();
        int fault = seen.get(seen.size() / 2);
        pictures.add("tep-score", () -> {
            var score = judges.getFirst().fresh().get();
            var rows = TepFile.read(folder, file(fault) + "_te.dat.gz");
            return ScorePlot.of(
                    "TEP fault %d: of the faults the one in the middle by its share detected".formatted(fault),
                    "time [h]",
                    MINUTES / 60.0,
                    0,
                    Arrays.stream(rows).map(score::applyAsDouble).toList(),
                    List.of(new Span(BEGINS, rows.length - 1)));
        });
    }

    private static double detected(String prefix, int fault, Map<String, Number> metrics) {
        return requireNonNull(metrics.get(prefix + file(fault) + "_fdr")).doubleValue();
    }

    private static String file(int fault) {
        return "d%02d".formatted(fault);
    }

    private void measure(Judge judge, double[][] other, Map<String, Number> metrics, List<Map<String, Object>> rows) {
        double sum = 0;
        double before = 0;
        for (int fault : FAULTS) {
            var name = file(fault);
            var test = TepFile.read(folder, name + "_te.dat.gz");
            if (test.length <= BEGINS) {
                throw new IllegalArgumentException("%s_te.dat.gz ends at row %d, before its fault begins at %d.\n%s"
                        .formatted(name, test.length, BEGINS + 1, "Fetch the file again."));
            }
            var over = judge.over(test);
            double detected = share(over.subList(BEGINS, over.size()));
            int delay = delay(over.subList(BEGINS, over.size()));
            metrics.put(judge.prefix() + name + "_fdr", detected);
            if (delay >= 0) {
                metrics.put(judge.prefix() + name + "_delay_minutes", delay * MINUTES);
            }
            sum += HARDLY_SEEN.contains(fault) ? 0 : detected;
            before += share(over.subList(0, BEGINS));
            var row = new LinkedHashMap<String, Object>();
            row.put("judge", judge.prefix().isEmpty() ? "joint" : judge.prefix().replaceAll("_$", ""));
            row.put("fault", fault);
            row.put("fdr", detected);
            row.put("far_before", share(over.subList(0, BEGINS)));
            rows.add(row);
        }
        metrics.put(judge.prefix() + "mean_fdr", sum / (FAULTS.size() - HARDLY_SEEN.size()));
        metrics.put(judge.prefix() + "far_normal", share(judge.over(other)));
        metrics.put(judge.prefix() + "far_before", before / FAULTS.size());
    }

    private static double share(List<Boolean> over) {
        return over.stream().filter(each -> each).count() / (double) over.size();
    }

    /** Rows until the first of six in a row; -1 where there are none. */
    static int delay(List<Boolean> over) {
        int standing = 0;
        for (int i = 0; i < over.size(); i++) {
            standing = over.get(i) ? standing + 1 : 0;
            if (standing == IN_A_ROW) {
                return i - IN_A_ROW + 1;
            }
        }
        return -1;
    }
}
