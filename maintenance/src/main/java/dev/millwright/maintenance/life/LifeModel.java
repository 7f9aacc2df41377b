package dev.millwright.maintenance.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.inference.trees.TreeEnsemble;
import dev.millwright.inference.trees.TreeShap;
import dev.millwright.inference.trees.TreesFile;
import dev.millwright.maintenance.features.FeatureSpace;
import dev.millwright.maintenance.features.UnitFeatures;
import dev.millwright.maintenance.features.UnitRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A trained model of remaining life: trees that say what is expected, and notes on what they see and how sure they are. */
public record LifeModel(LifeNotes notes, TreeEnsemble expected) {
    /** The name of the notes in the model file's metadata. */
    public static final String NOTES = "millwright.life";

    private static final ObjectMapper JSON = new ObjectMapper();

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
        try {
            var notes = JSON.readValue(text, LifeNotes.class);
            var trees = TreesFile.read(onnx, notes.space().width());
            if (trees.size() != 1) {
                throw new IllegalArgumentException(
                        "The model gives %d answers instead of one.\nTrain it again.".formatted(trees.size()));
            }
            return new LifeModel(notes, trees.getFirst());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The model's notes cannot be read: " + e.getOriginalMessage() + "\nTrain it again.", e);
        }
    }

    /** The notes as they stand in the model file. */
    public String notesText() {
        try {
            return JSON.writeValueAsString(notes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Notes of plain records are always JSON", e);
        }
    }

    /** The life left after a unit's last row. */
    public LifeEstimate estimate(UnitRun run) {
        return estimate(notes.space().last(run));
    }

    /** The life left to a unit as it stands now. */
    public LifeEstimate estimate(UnitFeatures unit) {
        return estimate(unit.features());
    }

    /** The life left to a unit that has these features. */
    public LifeEstimate estimate(float[] features) {
        return notes.band().around(expected.predict(features), notes.cap());
    }

    /** Whether an estimate is an alarm. */
    public boolean alarm(LifeEstimate estimate) {
        return estimate.expected() < notes.alarmBelow();
    }

    /** What each signal does to the estimate of a unit as it stands now, the weightiest first. */
    public List<LifeDriver> drivers(UnitFeatures unit) {
        return drivers(unit.features());
    }

    /** What each signal does to the estimate for these features, the weightiest first. */
    public List<LifeDriver> drivers(float[] features) {
        var shares = TreeShap.shares(expected, features);
        int window = FeatureSpace.featuresOfASignal();
        var drivers = new ArrayList<LifeDriver>();
        var names = notes.space().windows();
        for (int signal = 0; signal < names.size(); signal++) {
            double share = 0;
            for (int f = 0; f < window; f++) {
                share += shares[signal * window + f];
            }
            drivers.add(new LifeDriver(names.get(signal), share, features[signal * window + FeatureSpace.MEAN]));
        }
        if (notes.space().age()) {
            drivers.add(new LifeDriver("age", shares[shares.length - 1], features[features.length - 1]));
        }
        drivers.sort(Comparator.comparingDouble((LifeDriver driver) -> Math.abs(driver.share()))
                .reversed());
        return drivers;
    }
}
