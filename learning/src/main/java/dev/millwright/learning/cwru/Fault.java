package dev.millwright.learning.cwru;

/** What is wrong with a bearing (ISO 15243 calls it damage), by the part that has it. */
public enum Fault {
    NORMAL(0, "Normal", "normal"),
    INNER_RACE(1, "IR", "inner race"),
    BALL(2, "B", "ball"),
    /** At six o'clock, where the load is. */
    OUTER_RACE(3, "ORat6", "outer race");

    private final int label;
    private final String file;
    private final String words;

    Fault(int label, String file, String words) {
        this.label = label;
        this.file = file;
        this.words = words;
    }

    /** Its class, when normal, inner race, ball and outer race are told apart. */
    public int label() {
        return label;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** How the names of the set's files say it. */
    String file() {
        return file;
    }
}
