package dev.millwright.learning.network;

import java.util.List;

/**
 * Sequences and what is to be learned of each.
 *
 * @param windows one after the other, each step after step
 * @param targets one a sequence, about between 0 and 1
 */
// Read in inner loops and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record SequenceTable(int steps, int channels, float[] windows, float[] targets) {
    public SequenceTable {
        if (targets.length == 0 || windows.length != targets.length * steps * channels) {
            throw new IllegalArgumentException(
                    "%d numbers do not make %d sequences of %d steps with %d channels.\nGive one sequence or more."
                            .formatted(windows.length, targets.length, steps, channels));
        }
    }

    /** Puts sequences of equal shape one after the other. */
    public static SequenceTable of(int steps, int channels, List<float[]> windows, List<Float> targets) {
        var all = new float[windows.size() * steps * channels];
        var wanted = new float[targets.size()];
        for (int i = 0; i < windows.size(); i++) {
            System.arraycopy(windows.get(i), 0, all, i * steps * channels, steps * channels);
            wanted[i] = targets.get(i);
        }
        return new SequenceTable(steps, channels, all, wanted);
    }

    public int sequences() {
        return targets.length;
    }

    /** How many numbers a sequence has. */
    int width() {
        return steps * channels;
    }
}
