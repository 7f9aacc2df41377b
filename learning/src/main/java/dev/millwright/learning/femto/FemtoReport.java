package dev.millwright.learning.femto;

import java.util.List;
import java.util.Map;

/**
 * How well lives were foretold.
 *
 * @param chosen what counts as alike, in words
 * @param candidates from how many it was chosen, so that its {@code leftOutScore} is on the high side
 * @param baselines by name
 */
public record FemtoReport(String chosen, int candidates, Judged neighbours, Map<String, Judged> baselines) {
    public FemtoReport {
        baselines = Map.copyOf(baselines);
    }

    /**
     * One way to foretell.
     *
     * @param leftOutScore mean score of the learning bearings, each foretold by the others
     * @param lives of the test bearings
     */
    public record Judged(double leftOutScore, List<Foretold> lives) {
        public Judged {
            lives = List.copyOf(lives);
        }

        /** The challenge's. */
        public double score() {
            return ChallengeScore.of(lives.stream().map(Foretold::errorPercent).toList());
        }

        /** The mean size of errors, in percent of the true lives. */
        public double meanAbsErrorPercent() {
            return lives.stream()
                    .mapToDouble(life -> Math.abs(life.errorPercent()))
                    .average()
                    .orElseThrow();
        }
    }

    /** A life that was foretold, both in seconds from where the bearing was cut off. */
    public record Foretold(String bearing, double trueSeconds, double foretoldSeconds) {
        /** Above 0 where failure was foretold too early. */
        public double errorPercent() {
            return ChallengeScore.errorPercent(trueSeconds, foretoldSeconds);
        }
    }
}
