package dev.millwright.maintenance.life;

import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreesFile;
import dev.millwright.maintenance.features.UnitFeatures;
import java.util.List;

/**
 * A trained model of failure within a horizon.
 *
 * @param notes what it sees and how far it looks
 * @param trees the probability, calibrated on units held out
 */
public record FailureModel(FailureNotes notes, TreeEnsemble trees) {
    /** The name of the notes in the model file's metadata. */
    public static final String NOTES = "millwright.failure";

    public FailureModel {
        if (!trees.logistic()) {
            throw new IllegalArgumentException("The trees tell no probability.\nTrain them again.");
        }
    }

    /** Whether a file is such a model. */
    public static boolean is(byte[] onnx) {
        return TreesFile.metadata(onnx).containsKey(NOTES);
    }

    /**
     * Reads a model file.
     *
     * @throws IllegalArgumentException when it is no model of failures
     */
    public static FailureModel read(byte[] onnx) {
        var text = TreesFile.metadata(onnx).get(NOTES);
        if (text == null) {
            throw new IllegalArgumentException(
                    "The model says nothing of failures.\nTrain one with 'millwright train maintenance --goal failure-within'.");
        }
        var notes = FailureNotes.read(text);
        var trees = TreesFile.read(onnx, notes.space().width());
        if (trees.size() != 1) {
            throw new IllegalArgumentException(
                    "The model gives %d answers instead of one.\nTrain it again.".formatted(trees.size()));
        }
        return new FailureModel(notes, trees.getFirst());
    }

    /** How likely a unit fails within the horizon, as it stands now. */
    public double probability(UnitFeatures unit) {
        return trees.predict(unit.features());
    }

    /** What each signal does to the logarithm of the odds, the weightiest first. */
    public List<LifeDriver> drivers(UnitFeatures unit) {
        return drivers(unit.features());
    }

    /** The same for these features. */
    public List<LifeDriver> drivers(float[] features) {
        return SignalShares.of(notes.space(), trees, features);
    }
}
