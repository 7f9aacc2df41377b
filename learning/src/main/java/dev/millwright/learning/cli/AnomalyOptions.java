package dev.millwright.learning.cli;

import dev.millwright.learning.vision.layout.Goal;
import dev.millwright.learning.vision.layout.GoodPictures;
import dev.millwright.learning.vision.task.AnomalyMethod;
import dev.millwright.learning.vision.task.AnomalyPlan;
import dev.millwright.learning.vision.task.InspectionCosts;
import dev.millwright.vision.anomaly.AnomalySettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How anomalies are to be learned, as far as somebody says. */
final class AnomalyOptions {
    @Option(
            names = "--false-reject-rate",
            paramLabel = "SHARE",
            description =
                    "Of anomaly: share of good pictures that may be rejected (default: 0.02, or what few pictures allow).")
    private double falseRejectRate;

    @Option(
            names = "--escape-cost",
            paramLabel = "COST",
            description =
                    "Of anomaly, with --reject-cost and bad pictures: what a bad part costs that passes; the limit is then the one"
                            + " that costs least, in place of a rate.")
    private @Nullable Double escapeCost;

    @Option(
            names = "--reject-cost",
            paramLabel = "COST",
            description = "Of anomaly, with --escape-cost: what a good part costs that is rejected, in the same unit.")
    private @Nullable Double rejectCost;

    @Option(
            names = "--bad-share",
            defaultValue = "0.01",
            paramLabel = "SHARE",
            description = "For limits by cost: share of parts that are bad (default: ${DEFAULT-VALUE}).")
    private double badShare;

    @Option(
            names = "--method",
            description =
                    "Of anomaly: memory remembers patches of good pictures; drawn has a network learn to mark defects that are drawn"
                            + " into them (default: memory where all show one part that lies alone, else drawn).")
    private @Nullable AnomalyMethod method;

    @Option(
            names = "--tile",
            paramLabel = "PX",
            description =
                    "Of anomaly: look at pictures in squares of so many pixels, one after another; 0: as a whole (default: 512"
                            + " for surfaces of more than 1024 pixels a side, else 0).")
    private @Nullable Integer tile;

    @Option(
            names = "--patches",
            description = "Of anomaly by memory: how many patches of good pictures are remembered (default: 4096).")
    private int patches;

    @Option(
            names = "--backbone",
            paramLabel = "FILE.onnx",
            description =
                    "Of anomaly by memory: a network of features trained on ImageNet, in place of the one in the box.")
    private @Nullable Path backbone;

    /** Of these pictures. */
    AnomalySettings settings(GoodPictures set, long seed) {
        var usual = AnomalyPlan.settings(set.good().size(), patches, falseRejectRate, seed);
        return usual.withTiles(tile == null ? AnomalyPlan.tilePx(set, usual) : tile);
    }

    /**
     * The method that was asked for, or that goes with what was, or with the pictures.
     *
     * @param steps whether steps were asked for
     */
    AnomalyMethod method(GoodPictures set, AnomalySettings settings, boolean steps) {
        if (method != null) {
            return method;
        }
        if (backbone != null || patches > 0) {
            return AnomalyMethod.MEMORY;
        }
        return steps ? AnomalyMethod.DRAWN : AnomalyPlan.method(set, settings);
    }

    /** The network of features that was named, or the one in the box. */
    FeatureNetwork network(Path models) {
        return backbone == null
                ? FeatureNetwork.inTheBox(models, System.getenv("MILLWRIGHT_HOME"))
                : FeatureNetwork.named(backbone);
    }

    @Nullable
    InspectionCosts costs() {
        return escapeCost == null || rejectCost == null ? null : new InspectionCosts(badShare, escapeCost, rejectCost);
    }

    /**
     * What does not fit together, for the person who gave it; null where all does.
     *
     * @param steps whether steps were asked for
     */
    @Nullable
    String trouble(Goal goal, boolean steps) {
        if (goal != Goal.ANOMALY && isSomething()) {
            return "--false-reject-rate, --escape-cost, --method, --tile, --patches and --backbone do not go with --task %s\nThey are for --task anomaly."
                    .formatted(goal);
        }
        if (patches < 0 || !(falseRejectRate >= 0 && falseRejectRate < 1)) {
            return "--patches %d, --false-reject-rate %s\nGive a number above 0 and a rate below 1, or leave them out."
                    .formatted(patches, falseRejectRate);
        }
        if ((escapeCost == null) != (rejectCost == null) || (escapeCost != null && falseRejectRate > 0)) {
            return "--escape-cost and --reject-cost go together, without --false-reject-rate\nGive both costs, or a rate, or neither.";
        }
        boolean remembers = patches > 0 || backbone != null;
        if (steps && (remembers || method == AnomalyMethod.MEMORY)) {
            return "--steps and --batch do not go with --method memory\nIt looks at each good picture once; --patches says how much it remembers.";
        }
        return remembers && method == AnomalyMethod.DRAWN
                ? "--patches and --backbone do not go with --method drawn\nThey are for --method memory; --steps says how long it learns."
                : null;
    }

    private boolean isSomething() {
        return falseRejectRate > 0
                || patches > 0
                || backbone != null
                || method != null
                || tile != null
                || escapeCost != null
                || rejectCost != null;
    }

    /** All of it; trainings that differ in it must not go on from each other. */
    String words() {
        return "%s %d %s %s %s %s %s %s"
                .formatted(falseRejectRate, patches, backbone, method, tile, escapeCost, rejectCost, badShare);
    }
}
