package dev.millwright.learning.femto;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented bearings that get louder as they wear: by the share of their life that is over. */
final class WearingBearings {
    private WearingBearings() {}

    static Bearing toLearnFrom(String name, int life, long seed) {
        return new Bearing(name, true, snapshots(life, seed), life, 0);
    }

    static Bearing cut(String name, int life, int cutAt, long seed) {
        return new Bearing(name, false, snapshots(life, seed), cutAt, (life - cutAt) * Bearing.SECONDS);
    }

    /** Six to learn from and four to be judged by. */
    static List<Bearing> all() {
        var bearings = new ArrayList<Bearing>();
        int[] lives = {600, 700, 800, 900, 1000, 1100};
        for (int i = 0; i < lives.length; i++) {
            bearings.add(toLearnFrom("Learned" + i, lives[i], i));
        }
        double[] shares = {0.6, 0.7, 0.8, 0.9};
        for (int i = 0; i < shares.length; i++) {
            int life = 650 + 100 * i;
            bearings.add(cut("Tested" + i, life, (int) (shares[i] * life), 10 + i));
        }
        return bearings;
    }

    static double[][] snapshots(int life, long seed) {
        var random = new Random(seed);
        var snapshots = new double[life][FemtoFolder.FEATURES.size()];
        for (int i = 0; i < life; i++) {
            for (int f = 0; f < snapshots[i].length; f++) {
                double wear = Math.pow((double) i / life, 2);
                snapshots[i][f] = Math.exp(2 * wear + 0.02 * random.nextGaussian());
            }
        }
        return snapshots;
    }
}
