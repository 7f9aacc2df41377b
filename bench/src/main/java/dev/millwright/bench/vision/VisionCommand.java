package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.vision.anomaly.AnomalySettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./millwright evaluate vision}: inspection on public sets. */
@Command(
        name = "vision",
        description = {
            "Judges inspection on a public set.",
            "mvtec: anomalies learned from good images of one category, by the network in the box (own_) and, with"
                    + " --backbone, by another (given_).",
            "magnetic_tile: the same, learned from four fifths of the good tiles."
        },
        mixinStandardHelpOptions = true)
public final class VisionCommand implements Callable<Integer> {

    /** The public sets. */
    enum PublicSet {
        MVTEC,
        MAGNETIC_TILE
    }

    @ParentCommand
    private @Nullable Evaluate evaluate;

    @Option(names = "--set", required = true, description = "One of ${COMPLETION-CANDIDATES}, in any case.")
    private PublicSet set = PublicSet.MVTEC;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the set (default: in $MILLWRIGHT_DATA).")
    private @Nullable Path data;

    @Option(
            names = "--backbone",
            paramLabel = "FILE.onnx",
            description = "A network trained on ImageNet, to be measured beside the one in the box.")
    private @Nullable Path backbone;

    @Option(
            names = "--limit",
            defaultValue = "0",
            description = "Learn from so many good images and judge so many (default: all).")
    private int limit;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Write the worst misses with their heat maps.")
    private @Nullable Path pictures;

    @Override
    public Integer call() throws Exception {
        if (evaluate == null) {
            throw new IllegalStateException("vision is a verb of evaluate\nRun ./millwright evaluate vision.");
        }
        return evaluate.measure("vision", measurement());
    }

    private Evaluate.Measurement measurement() {
        var request = new AnomalyRequest(AnomalySettings.DEFAULT, backbone, limit, pictures);
        return switch (set) {
            case MVTEC -> new MvtecMeasurement(folder("mvtec_screw"), request);
            case MAGNETIC_TILE -> new MagneticTileMeasurement(folder("magnetic_tile"), request);
        };
    }

    private Path folder(String name) {
        return data == null ? Evaluate.data(name, "--data") : data;
    }
}
