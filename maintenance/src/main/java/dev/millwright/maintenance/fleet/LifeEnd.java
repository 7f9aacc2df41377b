package dev.millwright.maintenance.fleet;

/**
 * The end of one of a machine's lives.
 *
 * @param unit the machine
 * @param time when, as its telemetry counts
 * @param failed whether it failed; otherwise it was renewed before it could
 * @param mode how it failed, as the file says; "": it does not
 * @param source file and line, for people
 */
record LifeEnd(String unit, double time, boolean failed, String mode, String source) {}
