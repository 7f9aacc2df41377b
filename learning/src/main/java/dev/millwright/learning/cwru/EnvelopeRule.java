package dev.millwright.learning.cwru;

import java.util.Arrays;
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

    private final Map<Fault, List<Integer>> lines = new EnumMap<>(Fault.class);

    /** @param names of the features that are asked about later */
    EnvelopeRule(List<String> names) {
        lines.put(Fault.INNER_RACE, places(names, "1 x BPFI", "2 x BPFI", "3 x BPFI"));
        // A ball knocks twice a spin.
        lines.put(Fault.BALL, places(names, "2 x BSF"));
        lines.put(Fault.OUTER_RACE, places(names, "1 x BPFO", "2 x BPFO", "3 x BPFO"));
    }

    private static List<Integer> places(List<String> names, String... features) {
        return Arrays.stream(features).map(names::indexOf).toList();
    }

    int predict(float[] row) {
        var highest = Fault.NORMAL;
        double most = RISES;
        for (var entry : lines.entrySet()) {
            for (int place : entry.getValue()) {
                if (row[place] > most) {
                    most = row[place];
                    highest = entry.getKey();
                }
            }
        }
        return highest.label();
    }
}
