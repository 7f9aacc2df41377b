package dev.millwright.maintenance.life;

/**
 * When an alarm is raised and when it is over, so that an estimate that trembles around the threshold does not ring twice
 * (on-delay, off-delay and deadband, ISA-18.2).
 *
 * @param below an expected life below this counts towards an alarm
 * @param clearAt one from here on counts towards its end
 * @param raise so many of the latest {@code of} raise it
 * @param of how many estimates are looked back at, up to 31
 * @param clear so many in a row end it
 */
public record AlarmRule(double below, double clearAt, int raise, int of, int clear) {
    private static final int MOST = 31;
    private static final double DEADBAND = 0.25;

    public AlarmRule {
        if (!(below > 0 && clearAt >= below) || raise < 1 || of < raise || of > MOST || clear < 1) {
            throw new IllegalArgumentException(
                    "An alarm below %s by %d of %d estimates, over at %s by %d\nClear at the threshold or above, and raise by 1 to %d estimates."
                            .formatted(below, raise, of, clearAt, clear, MOST));
        }
    }

    /**
     * Raised by two of three estimates, over after five in a row a quarter above the threshold, or half way to the cap where
     * that is nearer.
     */
    public static AlarmRule of(LifeNotes notes) {
        double below = notes.alarmBelow();
        double clearAt = Math.max(below, Math.min(below * (1 + DEADBAND), (below + notes.cap()) / 2));
        return new AlarmRule(below, clearAt, 2, 3, 5);
    }

    /** The state after one more estimate. */
    public AlarmState next(AlarmState state, double expected) {
        if (Double.isNaN(expected)) {
            throw new IllegalArgumentException(
                    "The expected life is no number.\nLeave out what could not be estimated.");
        }
        int recent = (state.recent() << 1 | (expected < below ? 1 : 0)) & (1 << of) - 1;
        int well = expected >= clearAt ? Math.min(clear, state.well() + 1) : 0;
        if (state.raised()) {
            return well < clear ? new AlarmState(true, recent, well) : new AlarmState(false, 0, well);
        }
        return new AlarmState(Integer.bitCount(recent) >= raise, recent, well);
    }
}
