package dev.millwright.maintenance.life;

/**
 * What an alarm rule remembers of a machine.
 *
 * @param raised whether the alarm stands
 * @param recent the latest estimates, one a bit, the lowest the latest; 1: below the threshold
 * @param well how many estimates in a row were clearly above it
 */
public record AlarmState(boolean raised, int recent, int well) {
    /** Nothing has been said of the machine. */
    public static final AlarmState NONE = new AlarmState(false, 0, 0);
}
