package dev.millwright.maintenance.life;

import static java.util.Objects.requireNonNull;

import dev.millwright.inference.OnnxSession;
import dev.millwright.inference.Tensor;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreesFile;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trained model of remaining life.
 *
 * @param notes what it sees and how sure it is
 * @param trees what is expected, and why
 * @param network the whole file loaded, where recurrent networks speak beside the trees; null where trees speak alone
 */
public record LifeModel(
        LifeNotes notes, TreeEnsemble trees, @Nullable OnnxSession network) implements AutoCloseable {
    /** The name of the notes in the model file's metadata. */
    public static final String NOTES = "millwright.life";
    /** What the file calls the numbers that trees see. */
    public static final String FEATURES = "features";
    /** What the file calls the numbers that networks see. */
    public static final String WINDOW = "window";
    /** What the file calls the lives it expects. */
    public static final String ANSWERS = "answers";

    /** Trees that speak alone. */
    public LifeModel(LifeNotes notes, TreeEnsemble trees) {
        this(notes, trees, null);
    }

    /**
     * Reads a model file.
     *
     * @throws IllegalArgumentException when it is no model of remaining life
     */
    public static LifeModel read(byte[] onnx) {
        var text = TreesFile.metadata(onnx).get(NOTES);
        if (text == null) {
            throw new IllegalArgumentException(
                    "The model says nothing of remaining life.\nTrain one with 'millwright train maintenance'.");
        }
        var notes = LifeNotes.read(text);
        var trees = TreesFile.read(onnx, notes.space().width());
        if (trees.size() != 1) {
            throw new IllegalArgumentException(
                    "The model gives %d answers instead of one.\nTrain it again.".formatted(trees.size()));
        }
        return new LifeModel(notes, trees.getFirst(), notes.networkShare() > 0 ? OnnxSession.open(onnx) : null);
    }

    /** The life left after a unit's last row. */
    public LifeEstimate estimate(UnitRun run) {
        return estimate(notes.space().after(run));
    }

    /** The life left to a unit as it stands now. */
    public LifeEstimate estimate(UnitFeatures unit) {
        return estimates(List.of(unit)).getFirst();
    }

    /** The life left to each of some units as they stand now; many at once cost less than each alone. */
    public List<LifeEstimate> estimates(List<UnitFeatures> units) {
        var estimates = new ArrayList<LifeEstimate>();
        var answers = network == null || units.isEmpty() ? null : answers(network, units);
        for (int i = 0; i < units.size(); i++) {
            double life = answers == null ? trees.predict(units.get(i).features()) : answers[i];
            estimates.add(notes.band().around(life, notes.cap()));
        }
        return estimates;
    }

    private float[] answers(OnnxSession session, List<UnitFeatures> units) {
        var space = notes.space();
        int steps = requireNonNull(space.sequence(), "networks see a sequence").steps();
        var features = new float[units.size() * space.width()];
        var windows = new float[units.size() * steps * space.channels()];
        for (int i = 0; i < units.size(); i++) {
            System.arraycopy(units.get(i).features(), 0, features, i * space.width(), space.width());
            var window = units.get(i).window();
            System.arraycopy(window, 0, windows, i * window.length, window.length);
        }
        return answers(session, features, windows, units.size());
    }

    private float[] answers(OnnxSession session, float[] features, float[] windows, int count) {
        var space = notes.space();
        int steps = windows.length / count / space.channels();
        var answers = session.run(Map.of(
                FEATURES, new Tensor(new long[] {count, space.width()}, features),
                WINDOW, new Tensor(new long[] {count, steps, space.channels()}, windows)));
        return requireNonNull(answers.get(ANSWERS), ANSWERS).values();
    }

    /** Whether an estimate is an alarm. */
    public boolean alarm(LifeEstimate estimate) {
        return estimate.expected() < notes.alarmBelow();
    }

    /**
     * What each signal does to the estimate of a unit as it stands now, the weightiest first: its exact share in the trees' part of
     * the answer (TreeSHAP), and by how much the networks' part would be another were the signal as usual.
     */
    public List<LifeDriver> drivers(UnitFeatures unit) {
        var session = network;
        if (session == null) {
            return drivers(unit.features());
        }
        var networks = NetworkShares.of(
                notes.space(),
                unit,
                (features, windows, count) -> answers(session, repeated(features, count), windows, count));
        return SignalShares.of(notes.space(), trees, unit.features(), 1 - notes.networkShare(), networks);
    }

    private static float[] repeated(float[] values, int count) {
        var many = new float[values.length * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, 0, many, i * values.length, values.length);
        }
        return many;
    }

    /** What each signal does to the trees' estimate for these features, the weightiest first. */
    public List<LifeDriver> drivers(float[] features) {
        return SignalShares.of(notes.space(), trees, features);
    }

    /** Lets go of the loaded file. */
    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
    }
}
