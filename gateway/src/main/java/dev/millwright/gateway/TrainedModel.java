package dev.millwright.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a trained model, as its card says.
 *
 * @param active whether its answers count
 * @param notes what it knows of remaining life; null for a model of something else
 */
public record TrainedModel(
        String name,
        String version,
        boolean active,
        String licence,
        String file,
        String sha256,
        Map<String, Double> metrics,
        Map<String, String> provenance,
        @Nullable Notes notes) {

    /**
     * What a model of remaining life sees and says.
     *
     * @param unit what lives are counted in
     * @param cap lives beyond it count as this long
     * @param alarmBelow an expected life below this is an alarm
     * @param age whether it looks at how long a machine has run
     */
    public record Notes(List<String> signals, String unit, double cap, double alarmBelow, boolean age) {}
}
