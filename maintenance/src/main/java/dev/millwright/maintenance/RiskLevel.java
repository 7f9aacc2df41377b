package dev.millwright.maintenance;

/** How likely and how near a failure is. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
