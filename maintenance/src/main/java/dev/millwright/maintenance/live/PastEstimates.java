package dev.millwright.maintenance.live;

import dev.millwright.maintenance.life.LifeEstimate;
import dev.millwright.plant.LifeError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a version said in the course of a life, until the life's end tells how far off it was. A long life keeps every
 * second, every fourth ... estimate, evenly from beginning to end.
 */
final class PastEstimates {
    private static final int MOST = 1024;
    private static final int AGE = 0;
    private static final int EXPECTED = 1;
    private static final int LOW = 2;
    private static final int HIGH = 3;
    /** A model is judged over all it can tell apart, and nearer and nearer to the end. */
    private static final List<Double> PARTS_OF_CAP = List.of(1.0, 0.5, 0.25);

    private final float[][] kept = new float[MOST][];
    private int count;
    private long offered;
    private long every = 1;

    void add(double age, LifeEstimate estimate) {
        if (offered++ % every != 0) {
            return;
        }
        kept[count++] =
                new float[] {(float) age, (float) estimate.expected(), (float) estimate.low(), (float) estimate.high()};
        if (count == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                kept[i] = kept[2 * i];
            }
            Arrays.fill(kept, MOST / 2, MOST, null);
            count = MOST / 2;
            every *= 2;
        }
    }

    /** How far off they were, if the life ended at this age. */
    List<LifeError> judge(double life, double cap) {
        var errors = new ArrayList<LifeError>();
        for (double part : PARTS_OF_CAP) {
            long estimates = 0;
            double absolute = 0;
            long covered = 0;
            for (int i = 0; i < count; i++) {
                double left = life - kept[i][AGE];
                if (left <= part * cap) {
                    estimates++;
                    absolute += Math.abs(kept[i][EXPECTED] - left);
                    covered += kept[i][LOW] <= left && left <= kept[i][HIGH] ? 1 : 0;
                }
            }
            errors.add(new LifeError(part * cap, estimates, absolute, covered));
        }
        return errors;
    }
}
