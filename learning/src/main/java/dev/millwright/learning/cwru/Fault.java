package dev.millwright.learning.cwru;

/** What is wrong with a bearing (ISO 15243 calls it damage), by the part that has it. */
public enum Fault {
    NORMAL("Normal"),
    INNER_RACE("IR"),
    BALL("B"),
    /** At six o'clock, where the load is. */
    OUTER_RACE("ORat6");

    private final String file;

    Fault(String file) {
        this.file = file;
    }

    /** How the names of the set's files say it. */
    String file() {
        return file;
    }
}
