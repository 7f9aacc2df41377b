package dev.millwright.maintenance.life;

import dev.millwright.inference.trees.ClassTrees;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreesFile;
import dev.millwright.maintenance.features.UnitFeatures;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A trained model of how a unit will fail within a horizon.
 *
 * @param notes what it sees, how far it looks and which modes it tells apart
 * @param trees not to fail within the horizon, then each mode; calibrated on units held out
 */
public record ModeModel(FailureNotes notes, ClassTrees trees) {
    /** The name of the notes in the model file's metadata. */
    public static final String NOTES = "millwright.failure-mode";

    /** What the first answer is called: no failure comes within the horizon. */
    public static final String NO_FAILURE = "no failure";

    public ModeModel {
        if (trees.classes().size() != notes.modes().size() + 1) {
            throw new IllegalArgumentException("The model gives %d answers for %d modes.\nTrain it again."
                    .formatted(trees.classes().size(), notes.modes().size()));
        }
    }

    /** Whether a file is such a model. */
    public static boolean is(byte[] onnx) {
        return TreesFile.metadata(onnx).containsKey(NOTES);
    }

    /**
     * Reads a model file.
     *
     * @throws IllegalArgumentException when it is no model of failure modes
     */
    public static ModeModel read(byte[] onnx) {
        var text = TreesFile.metadata(onnx).get(NOTES);
        if (text == null) {
            throw new IllegalArgumentException(
                    "The model says nothing of failure modes.\nTrain one with 'millwright train maintenance --goal failure-mode'.");
        }
        var notes = FailureNotes.read(text);
        return new ModeModel(
                notes, new ClassTrees(TreesFile.read(onnx, notes.space().width())));
    }

    /** How likely a unit fails in each way within the horizon, as it stands now, the likeliest first; not to fail is the rest. */
    public List<ModeRisk> risks(UnitFeatures unit) {
        var probabilities = trees.probabilities(unit.features());
        return IntStream.range(0, notes.modes().size())
                .mapToObj(i -> new ModeRisk(notes.modes().get(i), probabilities[i + 1]))
                .sorted(Comparator.comparingDouble(ModeRisk::probability).reversed())
                .toList();
    }

    /** What each signal does to the logarithm of the odds of a mode against no failure, the weightiest first. */
    public List<LifeDriver> drivers(UnitFeatures unit, String mode) {
        int place = notes.modes().indexOf(mode);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "The model knows no mode '%s'.\nIt knows %s.".formatted(mode, notes.modes()));
        }
        return drivers(unit.features(), place + 1);
    }

    /** The same for these features and a class. */
    public List<LifeDriver> drivers(float[] features, int of) {
        return SignalShares.of(notes.space(), against(of), features);
    }

    /** Trees that add up to the logarithm of the odds of a class against no failure. */
    private TreeEnsemble against(int of) {
        var mode = trees.classes().get(of);
        var none = trees.classes().getFirst();
        return new TreeEnsemble(
                mode.width(),
                mode.base() - none.base(),
                true,
                Stream.concat(mode.roots().stream(), none.roots().stream().map(root -> root.times(-1)))
                        .toList());
    }
}
