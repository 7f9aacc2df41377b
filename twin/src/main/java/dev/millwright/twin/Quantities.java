package dev.millwright.twin;

/**
 * ISO 22400 quantities, and the run time they were planned to take.
 *
 * @param good GQ
 * @param scrap SQ
 * @param rework RQ
 * @param firstGood GP: good parts at their first pass
 * @param firstInspected IP: parts judged at their first pass
 * @param plannedRunMillis sum of PRU x PQ
 * @param unplanned parts whose planned run time nobody knows
 */
public record Quantities(
        long good,
        long scrap,
        long rework,
        long firstGood,
        long firstInspected,
        double plannedRunMillis,
        long unplanned) {

    public static final Quantities ZERO = new Quantities(0, 0, 0, 0, 0, 0, 0);

    /** PQ. */
    public long produced() {
        return good + scrap + rework;
    }

    public Quantities plus(Quantities other) {
        return new Quantities(
                good + other.good,
                scrap + other.scrap,
                rework + other.rework,
                firstGood + other.firstGood,
                firstInspected + other.firstInspected,
                plannedRunMillis + other.plannedRunMillis,
                unplanned + other.unplanned);
    }
}
