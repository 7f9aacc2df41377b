package dev.millwright.learning.life;

/** What an alarm's threshold is chosen by. */
public sealed interface AlarmChoice {
    /** One in twenty is missed and one in twenty rings for nothing, at most. */
    AlarmChoice DEFAULT = new Bounded(0.05, 0.05);

    /**
     * Both promises are kept as surely as units held out can tell.
     *
     * @param missed share of units that fail soon without an alarm, at most
     * @param falseAlarms share of the others that have one, at most
     */
    record Bounded(double missed, double falseAlarms) implements AlarmChoice {
        public Bounded {
            if (!(missed > 0 && missed < 1 && falseAlarms > 0 && falseAlarms < 1)) {
                throw new IllegalArgumentException("At most %s missed and %s false alarms\nGive shares between 0 and 1."
                        .formatted(missed, falseAlarms));
            }
        }
    }

    /** What missed failures and false alarms cost together is least, where units fail soon as often as those held out. */
    record ByCost(double miss, double falseAlarm) implements AlarmChoice {
        public ByCost {
            if (!(miss > 0 && falseAlarm > 0)) {
                throw new IllegalArgumentException(
                        "A miss costs %s and a false alarm %s.\nGive costs above 0.".formatted(miss, falseAlarm));
            }
        }
    }
}
