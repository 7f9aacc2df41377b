package dev.millwright.twin;

/**
 * A machine's time, in milliseconds by ISO 22400 element. The first eight share out all the time that passed; corrective
 * maintenance and overtime are parts of them, told apart.
 *
 * @param production APT
 * @param setup AUST
 * @param delay ADET
 * @param down ADOT
 * @param preventive PMT
 * @param plannedStop breaks
 * @param unscheduled outside all shifts
 * @param unknown before the machine first reported, or older than the twin remembers in this detail
 * @param corrective CMT, wherever it fell
 * @param correctiveBusy the part of it inside planned busy time
 * @param overtime production and setup in breaks and outside of shifts; it counts as busy time
 * @param failures how often the machine broke down
 */
public record TimeAccount(
        long production,
        long setup,
        long delay,
        long down,
        long preventive,
        long plannedStop,
        long unscheduled,
        long unknown,
        long corrective,
        long correctiveBusy,
        long overtime,
        long failures) {

    public static final TimeAccount ZERO = new TimeAccount(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** All the time there was. */
    public long elapsed() {
        return plannedBusy() + preventive + plannedStop + unscheduled + unknown;
    }

    /** PBT: the time the machine was meant to work, or did. */
    public long plannedBusy() {
        return production + setup + delay + down;
    }

    /** AUPT: setup and production. */
    public long processing() {
        return production + setup;
    }

    /** AUBT: the time an order was on the machine. */
    public long busy() {
        return production + setup + delay;
    }

    public TimeAccount plus(TimeAccount other) {
        return new TimeAccount(
                production + other.production,
                setup + other.setup,
                delay + other.delay,
                down + other.down,
                preventive + other.preventive,
                plannedStop + other.plannedStop,
                unscheduled + other.unscheduled,
                unknown + other.unknown,
                corrective + other.corrective,
                correctiveBusy + other.correctiveBusy,
                overtime + other.overtime,
                failures + other.failures);
    }

    TimeAccount plus(TimeElement element, long millis, boolean correctiveToo, boolean outsidePlan) {
        return plus(new TimeAccount(
                element == TimeElement.PRODUCTION ? millis : 0,
                element == TimeElement.SETUP ? millis : 0,
                element == TimeElement.DELAY ? millis : 0,
                element == TimeElement.DOWN ? millis : 0,
                element == TimeElement.PREVENTIVE_MAINTENANCE ? millis : 0,
                element == TimeElement.PLANNED_STOP ? millis : 0,
                element == TimeElement.UNSCHEDULED ? millis : 0,
                element == TimeElement.UNKNOWN ? millis : 0,
                correctiveToo ? millis : 0,
                correctiveToo && element.isBusyTime() ? millis : 0,
                outsidePlan && element.isBusyTime() ? millis : 0,
                0));
    }

    TimeAccount withFailures(long more) {
        return new TimeAccount(
                production,
                setup,
                delay,
                down,
                preventive,
                plannedStop,
                unscheduled,
                unknown,
                corrective,
                correctiveBusy,
                overtime,
                failures + more);
    }
}
