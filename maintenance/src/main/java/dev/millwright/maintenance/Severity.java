package dev.millwright.maintenance;

/** How bad an inspection finding is, with its weight in the station health rule. */
public enum Severity {
    MINOR(0.5),
    MODERATE(1),
    MAJOR(2),
    CRITICAL(3);

    private final double weight;

    Severity(double weight) {
        this.weight = weight;
    }

    public double weight() {
        return weight;
    }
}
