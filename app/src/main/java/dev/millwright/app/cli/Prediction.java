package dev.millwright.app.cli;

import dev.millwright.inference.AskedModel;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.fleet.Columns;
import dev.millwright.maintenance.fleet.FleetFile;
import dev.millwright.maintenance.fleet.FleetSource;
import dev.millwright.maintenance.life.FailureModel;
import dev.millwright.maintenance.life.LifeDriver;
import dev.millwright.maintenance.life.LifeModel;
import dev.millwright.maintenance.life.ModeModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Machines of a CSV file as a trained model judges them after their last row, the one that fails first on top. */
sealed interface Prediction permits FleetPrediction, FailurePrediction, ModePrediction, MillingPrediction {

    /** Shows the machines, a line each. */
    void print(PrintWriter out);

    /** Figures over all machines, by name. */
    Map<String, Number> metrics();

    /** The machines, for JSON. */
    List<Map<String, Object>> rows();

    /**
     * Reads what the model looks at, and nothing else.
     *
     * @param failures machine and time of each, after which a machine begins another life; null: each has one
     */
    static Prediction of(AskedModel asked, Path data, String unit, String time, @Nullable Path failures) {
        byte[] onnx = asked.onnx();
        if (asked.name().equals(MillingPrediction.MODEL)) {
            return MillingPrediction.of(onnx, data);
        }
        if (ModeModel.is(onnx)) {
            var model = ModeModel.read(onnx);
            return ModePrediction.of(model, Present.read(model.notes().space(), data, unit, time, failures));
        }
        if (FailureModel.is(onnx)) {
            var model = FailureModel.read(onnx);
            return FailurePrediction.of(model, Present.read(model.notes().space(), data, unit, time, failures));
        }
        var model = LifeModel.read(onnx);
        return FleetPrediction.of(model, Present.read(model.notes().space(), data, unit, time, failures));
    }

    /** A machine in its present life. */
    record Present(String unit, double age, UnitFeatures features) {

        static List<Present> read(FeatureSpace space, Path data, String unit, String time, @Nullable Path failures) {
            var columns = Columns.of(unit, time, space.signals());
            var now = new LinkedHashMap<String, Present>();
            FleetFile.watch(FleetSource.of(data, columns).failingAt(failures), new FleetFile.Watcher() {
                @Override
                public void row(String name, double age, double[] row) {
                    var before = now.get(name);
                    var features = before == null ? space.unit() : before.features();
                    features.add(age, row);
                    now.put(name, new Present(name, age, features));
                }

                @Override
                public void end(String name) {
                    now.remove(name);
                }
            });
            if (now.isEmpty()) {
                throw new IllegalArgumentException(
                        "No machine has a row after its last failure.\nGive rows of machines that run.");
            }
            return new ArrayList<>(now.values());
        }
    }

    /** What speaks, in words and for JSON. */
    record Drivers(List<LifeDriver> weightiest) {
        private static final int SHOWN = 3;
        /** What is no signal and has no usual value. */
        private static final Set<String> UNSCALED = Set.of("age", "wear");

        public Drivers {
            weightiest = weightiest.stream().limit(SHOWN).toList();
        }

        /** As "vibration -12.3 (2.1 deviations above usual), age -3". */
        String words() {
            return weightiest.stream().map(Drivers::words).collect(Collectors.joining(", "));
        }

        private static String words(LifeDriver driver) {
            var share = String.format(Locale.ROOT, "%s %+.3g", driver.signal(), driver.share());
            return UNSCALED.contains(driver.signal())
                    ? share
                    : String.format(
                            Locale.ROOT,
                            "%s (%.1f deviations %s usual)",
                            share,
                            Math.abs(driver.deviation()),
                            driver.deviation() < 0 ? "below" : "above");
        }

        List<Map<String, Object>> rows() {
            return weightiest.stream()
                    .map(driver -> Map.<String, Object>of(
                            "signal", driver.signal(),
                            "share", driver.share(),
                            "deviation", driver.deviation()))
                    .toList();
        }
    }
}
