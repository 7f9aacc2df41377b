package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.maintenance.anomaly.AnomalySettings;
import dev.millwright.maintenance.anomaly.JointDetector;
import dev.millwright.maintenance.anomaly.JointModel;
import java.nio.file.Path;
import java.util.ArrayList;
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
record TepMeasurement(Path folder) implements Evaluate.Measurement {
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
        return new Evaluate.Figures(
                Map.of("set", "tep", "anomaly", SETTINGS.toString(), "components", model.components()), metrics, rows);
    }

    private void measure(Judge judge, double[][] other, Map<String, Number> metrics, List<Map<String, Object>> rows) {
        double sum = 0;
        double before = 0;
        for (int fault : FAULTS) {
            var name = "d%02d".formatted(fault);
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
