package dev.millwright.twin;

/** The states of an alarm as ISA-18.2 and IEC 62682 name them. */
public enum AlarmPhase {
    /** The condition is gone and someone has seen it. */
    NORMAL,
    UNACKNOWLEDGED_ACTIVE,
    ACKNOWLEDGED_ACTIVE,
    /** The condition went away before anyone saw it. */
    UNACKNOWLEDGED_RETURNED,
    /** Put aside by a person until a time. */
    SHELVED
}
