package dev.millwright.scheduling.schedule;

/** One maintenance task in its place. */
public record MaintenancePlacement(String taskId, String machineId, long start, long end) {}
