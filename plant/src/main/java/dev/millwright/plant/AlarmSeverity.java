package dev.millwright.plant;

/** Priority of an alarm (IEC 62682), lowest first. */
public enum AlarmSeverity {
    INFO,
    WARNING,
    ERROR,
    CRITICAL
}
