package dev.millwright.learning.life;

import java.util.List;

/**
 * How well alarms tell units that fail soon from the rest.
 *
 * @param recall share of the units that fail soon that have an alarm
 * @param falseShare share of the others that have one
 */
public record LifeAlarm(double recall, double falseShare) {
    /** @param within what is soon */
    static LifeAlarm of(List<Boolean> alarms, List<Double> lives, double within) {
        int failing = 0;
        int told = 0;
        int healthy = 0;
        int wrong = 0;
        for (int i = 0; i < alarms.size(); i++) {
            boolean soon = lives.get(i) <= within;
            failing += soon ? 1 : 0;
            healthy += soon ? 0 : 1;
            told += soon && alarms.get(i) ? 1 : 0;
            wrong += !soon && alarms.get(i) ? 1 : 0;
        }
        return new LifeAlarm(failing == 0 ? 1 : (double) told / failing, healthy == 0 ? 0 : (double) wrong / healthy);
    }
}
