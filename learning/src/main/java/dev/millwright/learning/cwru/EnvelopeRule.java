package dev.millwright.learning.cwru;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The baseline that learns nothing: the fault whose lines in the envelope rise highest, or none where all stay low. What an
 * analyst's eye does first.
 */
final class EnvelopeRule {
    /** Ten times the power of the lines around; fixed beforehand. */
    private static final float RISES = (float) Math.sqrt(10);

    private final Map<Fault, Integer> lines = new EnumMap<>(Fault.class);

    /**
     * Asks about the first lines alone: the third of BPFO and the second of BPFI are less than a percent apart.
     *
     * @param names of the features that are asked about later
     */
    EnvelopeRule(List<String> names) {
        lines.put(Fault.INNER_RACE, names.indexOf("1 x BPFI"));
        // A ball knocks twice a spin.
        lines.put(Fault.BALL, names.indexOf("2 x BSF"));
        lines.put(Fault.OUTER_RACE, names.indexOf("1 x BPFO"));
    }

    int predict(float[] row) {
        var highest = Fault.NORMAL;
        double most = RISES;
        for (var entry : lines.entrySet()) {
            if (row[entry.getValue()] > most) {
                most = row[entry.getValue()];
                highest = entry.getKey();
            }
        }
        return highest.label();
    }
}
