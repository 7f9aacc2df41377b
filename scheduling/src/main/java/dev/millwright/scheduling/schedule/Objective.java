package dev.millwright.scheduling.schedule;

/**
 * The weights of what makes a schedule good; the sum is minimised.
 *
 * @param makespan for each second of makespan
 * @param tardiness for each second of tardiness times the job's weight
 * @param movedSecond for each second an operation's start moves against the adopted schedule
 * @param changedMachine for each operation that changes its machine against the adopted schedule
 */
public record Objective(long makespan, long tardiness, long movedSecond, long changedMachine) {
    public Objective {
        if (makespan < 0 || tardiness < 0 || movedSecond < 0 || changedMachine < 0) {
            throw new IllegalArgumentException("An objective weight is negative: makespan " + makespan + ", tardiness "
                    + tardiness + ", movedSecond " + movedSecond + ", changedMachine " + changedMachine
                    + "\nUse zero to leave a measure out.");
        }
    }

    /** Only the makespan counts. */
    public static Objective ofMakespan() {
        return new Objective(1, 0, 0, 0);
    }

    /** Only the total weighted tardiness counts. */
    public static Objective ofTardiness() {
        return new Objective(0, 1, 0, 0);
    }

    /**
     * For a live plant: tardiness before makespan, and calm. Changing a machine must save a minute of makespan; moving
     * starts weighs a hundredth.
     */
    public static Objective balanced() {
        return new Objective(100, 200, 1, 6_000);
    }
}
