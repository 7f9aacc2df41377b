package dev.millwright.app.cli;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreeShap;
import dev.millwright.inference.trees.TreesFile;
import dev.millwright.maintenance.milling.MillingFile;
import dev.millwright.maintenance.milling.MillingState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How likely the milling machine of each row fails, rows in the columns of AI4I 2020; the likeliest on top. */
record MillingPrediction(List<Judged> machines) implements Prediction {
    /** The name of models that look at such rows. */
    static final String MODEL = "milling-failure";

    private static final double ALARM = 0.5;
    private static final int SHOWN = 20;
    private static final int SPEAKING = 3;

    /** What one feature adds to the logarithm of the odds. */
    private record Share(String feature, double value, double share) {}

    /** @param row its place in the file, from 1 on, without the header */
    record Judged(int row, MillingState state, double probability, List<Share> speaks) {}

    static MillingPrediction of(byte[] onnx, Path data) {
        var trees = TreesFile.read(onnx, MillingState.FEATURES.size()).getFirst();
        var states = MillingFile.states(data);
        return new MillingPrediction(IntStream.range(0, states.size())
                .mapToObj(i -> judged(trees, i + 1, states.get(i)))
                .sorted(Comparator.comparingDouble(Judged::probability).reversed())
                .toList());
    }

    private static Judged judged(TreeEnsemble trees, int row, MillingState state) {
        var features = state.features();
        double probability = trees.predict(features);
        var shares = TreeShap.shares(trees, features);
        return new Judged(
                row,
                state,
                probability,
                IntStream.range(0, shares.length)
                        .mapToObj(i -> new Share(MillingState.FEATURES.get(i), features[i], shares[i]))
                        .sorted(Comparator.comparingDouble((Share each) -> -Math.abs(each.share())))
                        .limit(SPEAKING)
                        .toList());
    }

    @Override
    public void print(PrintWriter out) {
        out.printf("%d rows, probability of a failure; %d are at one half or more%n", machines.size(), alarms());
        out.printf("  %-8s%12s  %s%n", "row", "failure", "what speaks, in logarithms of the odds");
        for (var machine : machines.stream().limit(SHOWN).toList()) {
            out.printf(
                    Locale.ROOT,
                    "  %-8d%10.1f %%  %s%n",
                    machine.row(),
                    100 * machine.probability(),
                    machine.speaks().stream()
                            .map(each -> String.format(
                                    Locale.ROOT, "%s %+.2f (%.4g)", each.feature(), each.share(), each.value()))
                            .collect(Collectors.joining(", ")));
        }
        if (machines.size() > SHOWN) {
            out.printf("  and %d rows that are less likely; --json writes all%n", machines.size() - SHOWN);
        }
    }

    private long alarms() {
        return machines.stream().filter(each -> each.probability() >= ALARM).count();
    }

    @Override
    public Map<String, Number> metrics() {
        return Map.of(
                "rows", machines.size(),
                "alarms", alarms(),
                "expected_failures",
                        machines.stream().mapToDouble(Judged::probability).sum());
    }

    @Override
    public List<Map<String, Object>> rows() {
        return machines.stream()
                .map(machine -> Map.<String, Object>of(
                        "row", machine.row(),
                        "probability", machine.probability(),
                        "drivers",
                                machine.speaks().stream()
                                        .map(each -> Map.of(
                                                "feature", each.feature(),
                                                "value", each.value(),
                                                "share", each.share()))
                                        .toList()))
                .toList();
    }
}
