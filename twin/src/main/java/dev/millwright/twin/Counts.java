package dev.millwright.twin;

/** Parts by what became of them. */
public record Counts(int good, int scrap, int rework) {

    public static final Counts ZERO = new Counts(0, 0, 0);

    public int processed() {
        return good + scrap + rework;
    }

    public Counts plus(Counts other) {
        return new Counts(good + other.good, scrap + other.scrap, rework + other.rework);
    }

    Counts minus(Counts other) {
        return new Counts(good - other.good, scrap - other.scrap, rework - other.rework);
    }

    /** Totals never go down: the higher of both, each kind for itself. */
    Counts max(Counts other) {
        return new Counts(Math.max(good, other.good), Math.max(scrap, other.scrap), Math.max(rework, other.rework));
    }
}
