package dev.millwright.learning.cwru;

/** What is wrong with a bearing (ISO 15243 calls it damage), by the part that has it. */
public enum Fault {
    NORMAL(0, "Normal"),
    INNER_RACE(1, "IR"),
    BALL(2, "B"),
    /** At six o'clock, where the load is. */
    OUTER_RACE(3, "ORat6");

    private final int label;
    private final String file;

    Fault(int label, String file) {
        this.label = label;
        this.file = file;
    }

    /** Its class, when normal, inner race, ball and outer race are told apart. */
    public int label() {
        return label;
    }

    /** How the names of the set's files say it. */
    String file() {
        return file;
    }
}
