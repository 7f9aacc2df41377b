package dev.millwright.maintenance.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millwright.maintenance.drift.TrainingReference;
import dev.millwright.maintenance.features.FeatureSpace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a model's trees, in the same file.
 *
 * @param space what the trees see
 * @param band how far lives lie from what is expected
 * @param cap lives count as this at most
 * @param alarmBelow an expected life below this is an alarm
 * @param unitOfLife what lives are counted in, as "cycles"
 * @param networkShare how much the networks' answer weighs, the trees' the rest; 0 where there are none
 * @param errors how lives are spread around what is expected; null in files that do not say
 * @param reference what the model was trained on; null in files that do not say
 */
public record LifeNotes(
        FeatureSpace space,
        ErrorBand band,
        double cap,
        double alarmBelow,
        String unitOfLife,
        double networkShare,
        @Nullable ErrorQuantiles errors,
        @Nullable TrainingReference reference) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Notes that say no more of errors than their band, and nothing of training. */
    public LifeNotes(FeatureSpace space, ErrorBand band, double cap, double alarmBelow, String unitOfLife) {
        this(space, band, cap, alarmBelow, unitOfLife, 0, null, null);
    }

    /** How likely each remaining life is, given an estimate; by its interval alone where the file says no more. */
    public LifeDistribution distribution(LifeEstimate estimate) {
        return errors == null ? LifeDistribution.of(estimate, cap) : errors.around(estimate.expected(), cap);
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
    public static LifeNotes read(String text) {
        try {
            return JSON.readValue(text, LifeNotes.class);
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
        return reference == null ? List.of() : reference.refusals(space, row, units);
    }
}
