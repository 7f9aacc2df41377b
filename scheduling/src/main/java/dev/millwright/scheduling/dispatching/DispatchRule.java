package dev.millwright.scheduling.dispatching;

/** Which of the waiting operations goes first on a machine; the smallest priority wins. */
public enum DispatchRule {
    /** Shortest processing time. */
    SPT {
        @Override
        double priority(Candidate candidate) {
            return candidate.duration();
        }
    },
    /** Longest processing time. */
    LPT {
        @Override
        double priority(Candidate candidate) {
            return -candidate.duration();
        }
    },
    /** Earliest due date. */
    EDD {
        @Override
        double priority(Candidate candidate) {
            return candidate.dueDate();
        }
    },
    /** First in, first out: who has been ready longest. */
    FIFO {
        @Override
        double priority(Candidate candidate) {
            return candidate.ready();
        }
    },
    /** Most work remaining in the job. */
    MWKR {
        @Override
        double priority(Candidate candidate) {
            return -candidate.workRemaining();
        }
    },
    /** Most operations remaining in the job. */
    MOPNR {
        @Override
        double priority(Candidate candidate) {
            return -candidate.operationsRemaining();
        }
    },
    /** Apparent tardiness cost (Vepsalainen and Morton 1987), look-ahead 2, setup counted as processing. */
    ATC {
        @Override
        double priority(Candidate candidate) {
            double processing = Math.max(1, candidate.duration() + candidate.setup());
            double slack = Math.max(0, slack(candidate));
            return -candidate.weight() / processing * Math.exp(-slack / (LOOK_AHEAD * candidate.meanDuration()));
        }
    },
    /** Apparent tardiness cost with setups (Lee, Bhaskaran and Pinedo 1997): a long setup must be worth it. */
    ATCS {
        @Override
        double priority(Candidate candidate) {
            double setup = candidate.meanSetup() == 0 ? 0 : candidate.setup() / candidate.meanSetup();
            double slack = Math.max(0, slack(candidate));
            return -candidate.weight()
                    / Math.max(1, candidate.duration())
                    * Math.exp(-slack / (LOOK_AHEAD * candidate.meanDuration()) - setup / SETUP_SCALE);
        }
    },
    /** Least time to spare before the due date. */
    SLACK {
        @Override
        double priority(Candidate candidate) {
            return slack(candidate);
        }
    };

    private static final double LOOK_AHEAD = 2;
    private static final double SETUP_SCALE = 0.5;

    private static double slack(Candidate candidate) {
        return candidate.dueDate() - candidate.workRemaining() - candidate.start();
    }

    abstract double priority(Candidate candidate);

    Priority inUse() {
        return switch (this) {
            case SPT, LPT, EDD, FIFO, MWKR, MOPNR -> Priority.held(this::priority);
            case ATC, ATCS, SLACK -> this::priority;
        };
    }
}
