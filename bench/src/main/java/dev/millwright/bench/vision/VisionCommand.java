package dev.millwright.bench.vision;

import dev.millwright.bench.Evaluate;
import dev.millwright.inference.AskedModel;
import dev.millwright.learning.life.Checkpoints;
import dev.millwright.learning.vision.Lying;
import dev.millwright.learning.vision.SurfaceFolder;
import dev.millwright.learning.vision.SurfaceLearner;
import dev.millwright.learning.vision.SurfacePicture;
import dev.millwright.vision.anomaly.AnomalySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./millwright evaluate vision}: what trained eyes see on public sets. */
@Command(
        name = "vision",
        description = {
            "Trains inspection on a public set and judges it on pictures that it has not learned from.",
            "deeppcb: defects of boards, by a model trained on the set, by one that is named and by rules."
                    + " xsdd, neu: kinds of steel surfaces.",
            "mvtec: anomalies learned from good images of one category, by the network in the box (own_) and, with"
                    + " --backbone, by another (given_).",
            "magnetic_tile: the same, learned from four fifths of the good tiles; and defective pixels, learned from four"
                    + " fifths of all tiles."
        },
        mixinStandardHelpOptions = true)
public final class VisionCommand implements Callable<Integer> {
    private static final String SHIPPED = "board-judge";
    private static final double XSDD_TRAIN = 0.7;

    /** The public sets there are models for. */
    enum PublicSet {
        DEEPPCB,
        XSDD,
        NEU,
        MVTEC,
        MAGNETIC_TILE
    }

    @ParentCommand
    private @Nullable Evaluate evaluate;

    @Option(names = "--set", required = true, description = "One of ${COMPLETION-CANDIDATES}, in any case.")
    private PublicSet set = PublicSet.DEEPPCB;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the set (default: in $MILLWRIGHT_DATA).")
    private @Nullable Path data;

    @Option(names = "--retrain", description = "Train anew, rather than take what an earlier run trained alike.")
    private boolean retrain;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "Of deeppcb: another judge of differences, to be judged beside (other_): a model in the box, 'shipped' for"
                            + " its " + SHIPPED + ", or a file.")
    private @Nullable String model;

    @Option(
            names = "--backbone",
            paramLabel = "FILE.onnx",
            description =
                    "Of mvtec, magnetic_tile: a network trained on ImageNet, to be measured beside the one in the box.")
    private @Nullable Path backbone;

    @Option(
            names = "--drawn",
            description = "Of mvtec: also by a network that learns to mark drawn defects (drawn_), ten minutes.")
    private boolean drawn;

    @Option(
            names = "--limit",
            defaultValue = "0",
            description = "Of mvtec, magnetic_tile: learn from so many good images and judge so many (default: all).")
    private int limit;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Write pictures of the worst misses, of anomalies with their heat maps.")
    private @Nullable Path pictures;

    @Override
    public Integer call() throws Exception {
        if (evaluate == null) {
            throw new IllegalStateException("vision is a verb of evaluate\nRun ./millwright evaluate vision.");
        }
        return evaluate.measure("vision", measurement());
    }

    private Evaluate.Measurement measurement() throws IOException {
        return switch (set) {
            case DEEPPCB -> new DeepPcbMeasurement(folder("deeppcb"), other(), kept(), pictures);
            case XSDD -> xsdd(SurfaceFolder.read(folder("xsdd")));
            case NEU -> neu(folder("neu_det"));
            case MVTEC -> new MvtecMeasurement(folder("mvtec_screw"), anomalies(drawn));
            case MAGNETIC_TILE ->
                new MagneticTileMeasurement(
                        folder("magnetic_tile"),
                        anomalies(true),
                        new TileSegmentation(folder("magnetic_tile"), kept(), pictures));
        };
    }

    /** Seven tenths to learn from, as in the set's paper; which ones is our own chance. */
    private SurfaceMeasurement xsdd(SurfaceFolder folder) {
        var learned = new ArrayList<SurfacePicture>();
        var judged = new ArrayList<SurfacePicture>();
        SurfaceLearner.split(
                folder.pictures(), folder.kinds().size(), XSDD_TRAIN, SurfaceLearner.STEPS.seed(), learned, judged);
        return new SurfaceMeasurement("xsdd", folder.kinds(), learned, judged, Lying.LEVEL, kept(), pictures);
    }

    private SurfaceMeasurement neu(Path folder) throws IOException {
        var kinds = NeuDet.kinds(folder);
        return new SurfaceMeasurement(
                "neu",
                kinds,
                NeuDet.pictures(folder, "train.txt", kinds),
                NeuDet.pictures(folder, "test.txt", kinds),
                Lying.ANY_WAY,
                kept(),
                pictures);
    }

    private @Nullable AskedModel other() {
        return model == null
                ? null
                : AskedModel.of(
                        model.equals("shipped") ? SHIPPED : model,
                        Evaluate.home().resolve("models"));
    }

    private AnomalyRequest anomalies(boolean alsoDrawn) {
        return new AnomalyRequest(AnomalySettings.DEFAULT, backbone, alsoDrawn, limit, pictures, kept());
    }

    /** What was trained lies where builds lie: it is made again from the data. */
    private Checkpoints kept() {
        var folder = Evaluate.home().resolve("bench/target/trained-vision");
        return retrain ? Checkpoints.anew(folder) : Checkpoints.in(folder);
    }

    private Path folder(String name) {
        return data == null ? Evaluate.data(name, "--data") : data;
    }
}
