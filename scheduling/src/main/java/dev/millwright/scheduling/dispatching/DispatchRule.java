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
            double slack = Math.max(0, candidate.dueDate() - candidate.workRemaining() - candidate.start());
            return -candidate.weight() / processing * Math.exp(-slack / (2 * candidate.meanDuration()));
        }
    };

    /** What a rule sees of an operation that could go next; {@code dueDate} is infinite when there is none. */
    record Candidate(
            double duration,
            double setup,
            double start,
            double ready,
            double weight,
            double dueDate,
            double workRemaining,
            double operationsRemaining,
            double meanDuration) {}

    abstract double priority(Candidate candidate);
}
