package dev.millwright.plant;

/** How urgent a coming failure is. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
