package dev.millwright.twin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maintenance a machine went through; the start is null when it was never reported. */
public record MaintenanceRecord(String wish, @Nullable Instant started, Instant finished) {}
