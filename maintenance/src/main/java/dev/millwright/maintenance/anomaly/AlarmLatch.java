package dev.millwright.maintenance.anomaly;

/** An alarm that goes up above a limit and comes down only well below it, so that it does not flutter. */
public final class AlarmLatch {

    private static final double RELEASE = 0.5;

    private boolean raised;

    /** Takes the next index, 1 being the limit; true where the alarm goes up with it. */
    public boolean goesUp(double index) {
        boolean up = !raised && index > 1;
        raised = up || (raised && index >= RELEASE);
        return up;
    }

    /** Whether the alarm stands. */
    public boolean raised() {
        return raised;
    }
}
