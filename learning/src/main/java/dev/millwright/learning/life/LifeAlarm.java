package dev.millwright.learning.life;

import java.util.List;

/**
 * How well alarms tell units that fail soon from the rest.
 *
 * @param recall share of the units with at most {@link #WITHIN} cycles left that have an alarm
 * @param falseShare share of the others that have one
 */
public record LifeAlarm(double recall, double falseShare) {
    /** Cycles within which an alarm says a unit fails. */
    public static final int WITHIN = 30;

    static final double FEW_FALSE = 0.05;

    static LifeAlarm of(List<Boolean> alarms, List<Double> lives) {
        int failing = 0;
        int told = 0;
        int healthy = 0;
        int wrong = 0;
        for (int i = 0; i < alarms.size(); i++) {
            boolean soon = lives.get(i) <= WITHIN;
            failing += soon ? 1 : 0;
            healthy += soon ? 0 : 1;
            told += soon && alarms.get(i) ? 1 : 0;
            wrong += !soon && alarms.get(i) ? 1 : 0;
        }
        return new LifeAlarm(failing == 0 ? 1 : (double) told / failing, healthy == 0 ? 0 : (double) wrong / healthy);
    }
}
