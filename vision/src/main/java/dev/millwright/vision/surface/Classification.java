package dev.millwright.vision.surface;

import java.util.List;

/**
 * What a picture shows.
 *
 * @param kinds all that it might be
 * @param probabilities of each kind
 * @param evidence places of the picture row by row, at each a number for each kind
 */
// Made once and only read.
@SuppressWarnings("ArrayRecordComponent")
public record Classification(List<String> kinds, float[] probabilities, float[] evidence) {

    /** The likeliest kind. */
    public String kind() {
        return kinds.get(most());
    }

    /** How likely that is. */
    public double probability() {
        return probabilities[most()];
    }

    /** How much each place speaks for the likeliest kind rather than for the mean of all; a square, row by row. */
    public float[] map() {
        int most = most();
        var map = new float[evidence.length / kinds.size()];
        for (int place = 0; place < map.length; place++) {
            float mean = 0;
            for (int kind = 0; kind < kinds.size(); kind++) {
                mean += evidence[place * kinds.size() + kind] / kinds.size();
            }
            map[place] = evidence[place * kinds.size() + most] - mean;
        }
        return map;
    }

    private int most() {
        int most = 0;
        for (int kind = 1; kind < probabilities.length; kind++) {
            if (probabilities[kind] > probabilities[most]) {
                most = kind;
            }
        }
        return most;
    }
}
