package dev.millwright.bench.maintenance;

import dev.millwright.bench.Evaluate;
import dev.millwright.learning.life.Checkpoints;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./millwright evaluate maintenance}: models of failure and remaining life, beside baselines. */
@Command(
        name = "maintenance",
        description = {
            "Trains models of failure and remaining life on a public set and judges them where they have not learned.",
            "cmapss: the official test engines after their last cycle, lives capped at 125 cycles."
                    + " ai4i: repeated stratified folds.",
            "skab, tep, nab: anomalies told without a trained model, beside each signal for itself.",
            "femto: bearings cut off before failure, by the PHM 2012 score. cwru: faults of bearings at a load that was"
                    + " not learned from.",
            "speed: how many machines the trained model scores in a second."
        },
        mixinStandardHelpOptions = true)
public final class MaintenanceCommand implements Callable<Integer> {

    /** The public sets there are models for. */
    enum PublicSet {
        CMAPSS,
        AI4I,
        SKAB,
        TEP,
        NAB,
        FEMTO,
        CWRU,
        SPEED
    }

    /** Parts of C-MAPSS: one regime or six, one fault or two. */
    enum Subset {
        FD001,
        FD002,
        FD003,
        FD004
    }

    @ParentCommand
    private @Nullable Evaluate evaluate;

    @Option(names = "--set", required = true, description = "One of ${COMPLETION-CANDIDATES}, in any case.")
    private PublicSet set = PublicSet.CMAPSS;

    @Option(
            names = "--subset",
            split = ",",
            description = "Of cmapss: ${COMPLETION-CANDIDATES}; default: all, each with its name before its keys.")
    private List<Subset> subsets = List.of(Subset.values());

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the set (default: in $MILLWRIGHT_DATA).")
    private @Nullable Path data;

    @Option(
            names = "--retrain",
            description = "Of cmapss: train anew, rather than take or go on from what an earlier run trained alike.")
    private boolean retrain;

    @Option(
            names = "--model",
            paramLabel = "FILE.onnx",
            description = "Of speed: which model (default: the turbofans' in the box).")
    private @Nullable Path model;

    @Option(names = "--machines", defaultValue = "10000", description = "Of speed (default: ${DEFAULT-VALUE}).")
    private int machines;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "Of speed: measured as long, after a warm-up as long (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--repetitions",
            defaultValue = "5",
            description = "Of ai4i: how often the folds are drawn (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Draw what was found as SVG into this folder, which is made where it is missing.")
    private @Nullable Path plots;

    @Override
    public Integer call() throws Exception {
        if (evaluate == null) {
            throw new IllegalStateException(
                    "maintenance is a verb of evaluate\nRun ./millwright evaluate maintenance.");
        }
        return evaluate.measure("maintenance", measurement());
    }

    private Evaluate.Measurement measurement() {
        var pictures = new Pictures(plots);
        return switch (set) {
            case CMAPSS ->
                new CmapssMeasurement(
                        folder("cmapss"),
                        subsets.stream()
                                .map(each -> each.name().toUpperCase(Locale.ROOT))
                                .toList(),
                        checkpoints(),
                        pictures);
            case SPEED -> new ScoringMeasurement(model(), machines, seconds);
            case AI4I -> new MillingMeasurement(folder("ai4i2020"), repetitions, pictures);
            case SKAB -> new SkabMeasurement(folder("skab"), pictures);
            case TEP -> new TepMeasurement(folder("tep"), pictures);
            case NAB -> new NabMeasurement(folder("nab_machine_temperature"), pictures);
            case FEMTO -> new FemtoMeasurement(folder("femto"), pictures);
            case CWRU -> new CwruMeasurement(folder("cwru"), pictures);
        };
    }

    /** What was trained lies where builds lie: it is made again from the data. */
    private Checkpoints checkpoints() {
        var kept = Evaluate.home().resolve("bench/target/trained");
        return retrain ? Checkpoints.anew(kept) : Checkpoints.in(kept);
    }

    private Path model() {
        return model == null ? Evaluate.home().resolve("models/turbofan-life-1.onnx") : model;
    }

    private Path folder(String name) {
        return data == null ? Evaluate.data(name, "--data") : data;
    }
}
