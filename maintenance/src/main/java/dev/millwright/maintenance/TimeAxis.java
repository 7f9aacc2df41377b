package dev.millwright.maintenance;

/** The clock that a monitor's sample times run on, and the unit in which it speaks about lives. */
public enum TimeAxis {
    /** Sample times in seconds, lives in hours: of running, where the sample times are a {@link RunningClock}'s. */
    SECONDS(3600, "h"),
    /** Sample times and lives in cycles. */
    CYCLES(1, "cycles");

    private final double ticksPerLife;
    private final String lifeUnit;

    TimeAxis(double ticksPerLife, String lifeUnit) {
        this.ticksPerLife = ticksPerLife;
        this.lifeUnit = lifeUnit;
    }

    /** Unit of every life this axis yields: {@code h} or {@code cycles}. */
    public String lifeUnit() {
        return lifeUnit;
    }

    /** A span of sample time as hours or cycles. */
    public double toLife(double span) {
        return span / ticksPerLife;
    }

    /** Hours or cycles as a span of sample time. */
    public double toSpan(double life) {
        return life * ticksPerLife;
    }
}
