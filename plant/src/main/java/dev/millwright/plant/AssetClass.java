package dev.millwright.plant;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The equipment class (ISA-95) a machine belongs to, and how its signals reach a model of that class.
 *
 * @param name such as {@code feed-pump}; the model {@code feed-pump-life} knows how long such machines last
 * @param rowSeconds running time that one row of the model stands for; {@code null} for the longest period among the
 *     signals it looks at
 * @param signals the machine's signal for each name of the model's; a name that is not here stands for itself
 */
public record AssetClass(String name, @Nullable Double rowSeconds, Map<String, String> signals) {

    /** What a model's name ends in when it knows how long machines of a class last. */
    public static final String LIFE = "-life";
    /** What a model's name ends in when it knows how machines of a class fail. */
    public static final String FAILURE_MODE = "-failure-mode";

    public AssetClass {
        signals = Map.copyOf(signals);
        if (name.isBlank()) {
            throw new IllegalArgumentException("An equipment class has no name.\nName one, such as feed-pump.");
        }
        if (rowSeconds != null && !(rowSeconds > 0)) {
            throw new IllegalArgumentException(
                    "A row of equipment class '%s' takes %s s.\nA row takes longer than zero."
                            .formatted(name, rowSeconds));
        }
    }

    /** A class whose models know the signals by the machine's own names. */
    public static AssetClass of(String name) {
        return new AssetClass(name, null, Map.of());
    }

    /** The name of the model that knows how long such machines last. */
    public String lifeModel() {
        return name + LIFE;
    }

    /** The name of the model that knows how such machines fail. */
    public String failureModeModel() {
        return name + FAILURE_MODE;
    }

    /** The machine's name for a signal of the model's. */
    public String signal(String ofModel) {
        return signals.getOrDefault(ofModel, ofModel);
    }
}
