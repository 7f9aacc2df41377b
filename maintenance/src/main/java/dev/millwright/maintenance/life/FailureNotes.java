package dev.millwright.maintenance.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.features.FeatureSpace;
import java.util.List;
import java.util.Map;

/**
 * What goes with the trees of a {@link FailureModel}, in the same file.
 *
 * @param space what the trees see
 * @param horizon within how long a failure is foretold
 * @param unitOfTime what it is counted in, as "hours"
 * @param reference what the model was trained on
 * @param modes the ways to fail that it tells apart, in the order of its answers, of which the first is not to fail; none:
 *     it only says whether
 */
public record FailureNotes(
        FeatureSpace space, double horizon, String unitOfTime, TrainingReference reference, List<String> modes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public FailureNotes {
        modes = modes == null ? List.of() : List.copyOf(modes); // files of earlier versions say nothing of modes
        if (!(horizon > 0)) {
            throw new IllegalArgumentException("A failure within %s\nGive a horizon above 0.".formatted(horizon));
        }
    }

    /** The notes as they stand in the model file. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Notes of plain records are always JSON", e);
        }
    }

    /** Reads what {@link #text} wrote. */
    static FailureNotes read(String text) {
        try {
            return JSON.readValue(text, FailureNotes.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The model's notes cannot be read: " + e.getOriginalMessage() + "\nTrain it again.", e);
        }
    }

    /**
     * Why a row is outside what the model was trained on, in words; nothing: it may be asked.
     *
     * @param units engineering units by signal, as far as they are known
     */
    public List<String> refusals(double[] row, Map<String, String> units) {
        return reference.refusals(space, row, units);
    }
}
