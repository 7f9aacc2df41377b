package dev.millwright.learning.femto;

import java.util.ArrayList;
import java.util.List;

/**
 * Foretells a life by bearings that were as worn and as old: of all lives that could be named, the one with the highest
 * expected score, the more a neighbour resembles the bearing the more it counts (Nadaraya 1964, Watson 1964). The score punishes
 * late words more, and so it names less than the mean.
 */
final class LifeNeighbours {

    /**
     * What counts as alike.
     *
     * @param levels the health indicator's
     * @param healthWidth of the kernel over the health indicator; infinite: health does not count
     * @param ageWidth of the kernel over the logarithm of age
     * @param inAges whether what is left is foretold in multiples of the age, not in seconds
     */
    record Likeness(WearCurve.Levels levels, double healthWidth, double ageWidth, boolean inAges) {}

    /** A bearing at a time of its life. */
    private record Neighbour(double health, double logAge, double left) {}

    /**
     * The shares of a life from which neighbours are taken. Late ones: where they are cut off, the bearings of the challenge are on
     * the median older (12,020 s) than the learning bearings got (8,910 s).
     */
    static final double FROM = 0.5;

    static final double TO = 0.95;
    private static final int EACH = 60;
    private static final int NAMED = 120;

    private final Likeness likeness;
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final double[] named = new double[NAMED];
    /** What each life that is named would score for each neighbour. */
    private final double[][] scores = new double[NAMED][];

    /** Learned from bearings that ran to failure, each as often as any other. */
    LifeNeighbours(List<WearCurve> learned, Likeness likeness) {
        this.likeness = likeness;
        for (var curve : learned) {
            for (int i = 0; i < EACH; i++) {
                int age = cut(curve.life(), FROM + (TO - FROM) * i / (EACH - 1));
                double left = curve.life() - age;
                neighbours.add(new Neighbour(
                        curve.healthAfter(age),
                        Math.log(age),
                        likeness.inAges() ? left / age : left * Bearing.SECONDS));
            }
        }
        double least = neighbours.stream().mapToDouble(Neighbour::left).min().orElseThrow();
        double most = neighbours.stream().mapToDouble(Neighbour::left).max().orElseThrow();
        for (int i = 0; i < NAMED; i++) {
            double name = least * Math.pow(most / least, i / (NAMED - 1.0));
            named[i] = name;
            scores[i] = neighbours.stream()
                    .mapToDouble(
                            neighbour -> ChallengeScore.accuracy(ChallengeScore.errorPercent(neighbour.left(), name)))
                    .toArray();
        }
    }

    /** Snapshots of a life at a share of it: one at least, and one left. */
    static int cut(int life, double share) {
        return Math.clamp(Math.round(life * share), 1, life - 1);
    }

    /** Seconds left to a bearing after so many snapshots. */
    double foretell(WearCurve curve, int snapshots) {
        var weights = neighbours.stream()
                .mapToDouble(neighbour -> weight(neighbour, curve.healthAfter(snapshots), Math.log(snapshots)))
                .toArray();
        double best = named[0];
        double highest = Double.NEGATIVE_INFINITY;
        for (int name = 0; name < NAMED; name++) {
            double score = 0;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * scores[name][i];
            }
            if (score > highest) {
                highest = score;
                best = named[name];
            }
        }
        return likeness.inAges() ? best * snapshots * Bearing.SECONDS : best;
    }

    private double weight(Neighbour neighbour, double health, double logAge) {
        double byHealth = (neighbour.health() - health) / likeness.healthWidth();
        double byAge = (neighbour.logAge() - logAge) / likeness.ageWidth();
        // Where nothing is near, all count alike.
        return Math.exp(-(byHealth * byHealth + byAge * byAge) / 2) + 1e-12;
    }
}
