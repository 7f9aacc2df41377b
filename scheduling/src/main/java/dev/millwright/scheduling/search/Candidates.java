package dev.millwright.scheduling.search;

import java.util.random.RandomGenerator;

/** Keeps the most promising move of an iteration, and one that is tabu in case all are. */
class Candidates {
    private final RandomGenerator random;
    private long best;
    private int bestTies;
    private int tabuTies;
    private int operation;
    private int mode;
    private int anchor;
    private int tabuOperation;
    private int tabuMode;
    private int tabuAnchor;

    Candidates(RandomGenerator random) {
        this.random = random;
    }

    void clear() {
        best = Long.MAX_VALUE;
        bestTies = 0;
        tabuTies = 0;
    }

    /** A move of an operation to right after an anchor, with what the schedule is then worth, as estimated. */
    void offer(int op, int newMode, int newAnchor, long estimate, boolean tabu) {
        if (tabu) {
            if (random.nextInt(++tabuTies) == 0) {
                tabuOperation = op;
                tabuMode = newMode;
                tabuAnchor = newAnchor;
            }
            return;
        }
        if (estimate < best) {
            best = estimate;
            bestTies = 0;
        }
        if (estimate == best && random.nextInt(++bestTies) == 0) {
            operation = op;
            mode = newMode;
            anchor = newAnchor;
        }
    }

    boolean none() {
        return bestTies == 0 && tabuTies == 0;
    }

    int operation() {
        return bestTies > 0 ? operation : tabuOperation;
    }

    int mode() {
        return bestTies > 0 ? mode : tabuMode;
    }

    int anchor() {
        return bestTies > 0 ? anchor : tabuAnchor;
    }
}
