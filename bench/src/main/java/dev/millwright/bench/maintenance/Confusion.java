package dev.millwright.bench.maintenance;

import java.util.Map;

/** Rows alarmed against rows that are anomalous. */
final class Confusion {
    private long hits;
    private long falseAlarms;
    private long misses;
    private long quiet;

    void add(boolean alarm, boolean anomalous) {
        if (anomalous) {
            hits += alarm ? 1 : 0;
            misses += alarm ? 0 : 1;
        } else {
            falseAlarms += alarm ? 1 : 0;
            quiet += alarm ? 0 : 1;
        }
    }

    double f1() {
        return hits / (hits + 0.5 * (falseAlarms + misses));
    }

    /** Share of the healthy rows that are alarmed. */
    double falseAlarmRate() {
        return falseAlarms / (double) (falseAlarms + quiet);
    }

    /** Share of the anomalous rows that are not alarmed. */
    double missedAlarmRate() {
        return misses / (double) (misses + hits);
    }

    void put(String prefix, Map<String, Number> metrics) {
        metrics.put(prefix + "f1", f1());
        metrics.put(prefix + "far", falseAlarmRate());
        metrics.put(prefix + "mar", missedAlarmRate());
    }
}
