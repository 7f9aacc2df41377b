package dev.millwright.twin;

import dev.millwright.plant.AlarmSeverity;
import dev.millwright.plant.EquipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm and its life so far. One alarm a machine and code: a repeated one counts up.
 *
 * @param subject the equipment it is about
 * @param active true while the condition behind it holds
 * @param acknowledged true when a person has seen this occurrence
 * @param count how often it was raised
 * @param raisedAt begin of this occurrence
 * @param shelvedUntil {@code null} when it is not shelved
 * @param offset the event that raised it last
 */
public record AlarmState(
        String id,
        String code,
        EquipmentId subject,
        AlarmSeverity severity,
        String message,
        boolean active,
        boolean acknowledged,
        long count,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant shelvedUntil,
        @Nullable String shelvedBy,
        @Nullable String comment,
        long offset) {

    /** The id of the one alarm with this code at this equipment, fit for an address: no slashes. */
    public static String id(EquipmentId subject, String code) {
        return subject.path().replace('/', '.') + ":" + code;
    }

    public AlarmPhase phase() {
        if (shelvedUntil != null) {
            return AlarmPhase.SHELVED;
        }
        if (active) {
            return acknowledged ? AlarmPhase.ACKNOWLEDGED_ACTIVE : AlarmPhase.UNACKNOWLEDGED_ACTIVE;
        }
        return acknowledged ? AlarmPhase.NORMAL : AlarmPhase.UNACKNOWLEDGED_RETURNED;
    }

    /** True while it asks for a person: anything but normal and shelved. */
    public boolean standing() {
        var phase = phase();
        return phase != AlarmPhase.NORMAL && phase != AlarmPhase.SHELVED;
    }

    AlarmState acknowledge(Instant at, String by, @Nullable String words) {
        return new AlarmState(
                id,
                code,
                subject,
                severity,
                message,
                active,
                true,
                count,
                raisedAt,
                clearedAt,
                at,
                by,
                shelvedUntil,
                shelvedBy,
                words == null ? comment : words,
                offset);
    }

    AlarmState clear(Instant at) {
        return new AlarmState(
                id,
                code,
                subject,
                severity,
                message,
                false,
                acknowledged,
                count,
                raisedAt,
                at,
                acknowledgedAt,
                acknowledgedBy,
                shelvedUntil,
                shelvedBy,
                comment,
                offset);
    }

    AlarmState shelve(@Nullable Instant until, @Nullable String by, @Nullable String words) {
        return new AlarmState(
                id,
                code,
                subject,
                severity,
                message,
                active,
                acknowledged,
                count,
                raisedAt,
                clearedAt,
                acknowledgedAt,
                acknowledgedBy,
                until,
                by,
                words == null ? comment : words,
                offset);
    }
}
