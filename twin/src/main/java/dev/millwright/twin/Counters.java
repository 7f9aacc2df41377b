package dev.millwright.twin;

import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What a machine did since the twin knows it.
 *
 * @param inspected parts a camera looked at
 * @param rejected of these, parts that failed
 * @param defects findings by type
 * @param defectsSinceMaintenance findings since the machine was last maintained
 * @param failures times the machine broke down
 * @param failuresSinceMaintenance of these, since the machine was last maintained
 * @param lateReadings readings older than one already known; they went into history alone
 * @param lateChanges changes that came after a later one and corrected the timeline
 * @param tooLate changes from before the timeline begins, kept in the journal alone
 * @param judged what people said of findings, by type
 */
public record Counters(
        long good,
        long scrap,
        long rework,
        long inspected,
        long rejected,
        PSortedMap<String, Long> defects,
        long defectsSinceMaintenance,
        long failures,
        long failuresSinceMaintenance,
        long lateReadings,
        long lateChanges,
        long tooLate,
        PSortedMap<String, Confirmation> judged) {

    static final Counters ZERO = new Counters(0, 0, 0, 0, 0, TreePMap.empty(), 0, 0, 0, 0, 0, 0, TreePMap.empty());

    public Counters {
        judged = orNone(judged);
    }

    /** Snapshots from before people could correct have none. */
    private static PSortedMap<String, Confirmation> orNone(@Nullable PSortedMap<String, Confirmation> told) {
        return told == null ? TreePMap.empty() : told;
    }

    public long processed() {
        return good + scrap + rework;
    }

    Counters plus(Counts more) {
        return new Counters(
                good + more.good(),
                scrap + more.scrap(),
                rework + more.rework(),
                inspected,
                rejected,
                defects,
                defectsSinceMaintenance,
                failures,
                failuresSinceMaintenance,
                lateReadings,
                lateChanges,
                tooLate,
                judged);
    }

    Counters inspected(boolean rejects, PSortedMap<String, Long> allDefects, long newDefects) {
        return new Counters(
                good,
                scrap,
                rework,
                inspected + 1,
                rejected + (rejects ? 1 : 0),
                allDefects,
                defectsSinceMaintenance + newDefects,
                failures,
                failuresSinceMaintenance,
                lateReadings,
                lateChanges,
                tooLate,
                judged);
    }

    Counters failed() {
        return new Counters(
                good,
                scrap,
                rework,
                inspected,
                rejected,
                defects,
                defectsSinceMaintenance,
                failures + 1,
                failuresSinceMaintenance + 1,
                lateReadings,
                lateChanges,
                tooLate,
                judged);
    }

    Counters maintained() {
        return new Counters(
                good,
                scrap,
                rework,
                inspected,
                rejected,
                defects,
                0,
                failures,
                0,
                lateReadings,
                lateChanges,
                tooLate,
                judged);
    }

    Counters late(long readings, long changes, long hopeless) {
        return new Counters(
                good,
                scrap,
                rework,
                inspected,
                rejected,
                defects,
                defectsSinceMaintenance,
                failures,
                failuresSinceMaintenance,
                lateReadings + readings,
                lateChanges + changes,
                tooLate + hopeless,
                judged);
    }

    Counters judged(String type, Confirmation confirmation) {
        return new Counters(
                good,
                scrap,
                rework,
                inspected,
                rejected,
                defects,
                defectsSinceMaintenance,
                failures,
                failuresSinceMaintenance,
                lateReadings,
                lateChanges,
                tooLate,
                judged.plus(type, confirmation));
    }
}
