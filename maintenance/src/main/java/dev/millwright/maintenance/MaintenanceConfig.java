package dev.millwright.maintenance;

/**
 * Everything a monitor can be told.
 *
 * @param baselineSamples samples from which a signal's own baseline is learned
 * @param baselineSpan hours or cycles that a baseline must span where a signal has no limit: a shift's ups and downs
 *     belong to it
 * @param failureDeviation robust deviations from the baseline that count as failed where a signal has no limit
 * @param trendSignificance Mann-Kendall score from which a trend counts as visible
 * @param trustedSpans how many times its own span a trend is extrapolated; one that needs longer is no trend
 * @param draws size of the remaining-life distribution
 * @param coverage probability that a prediction interval is meant to hold
 * @param horizon hours or cycles that the failure probability looks ahead
 */
public record MaintenanceConfig(
        TimeAxis axis,
        int baselineSamples,
        double baselineSpan,
        double failureDeviation,
        double trendSignificance,
        double trustedSpans,
        int draws,
        double coverage,
        double horizon,
        QualityWeights quality,
        RiskThresholds risk,
        WishRules wish) {

    /** For sample times in seconds: looks 24 hours ahead. */
    public static final MaintenanceConfig HOURS = new MaintenanceConfig(
            TimeAxis.SECONDS,
            30,
            8,
            10,
            3.5,
            4,
            400,
            0.9,
            24,
            QualityWeights.DEFAULTS,
            RiskThresholds.HOURS,
            WishRules.HOURS);

    /** For sample times in cycles: looks 30 cycles ahead. */
    public static final MaintenanceConfig CYCLES = new MaintenanceConfig(
            TimeAxis.CYCLES,
            20,
            20,
            10,
            3.5,
            4,
            400,
            0.9,
            30,
            QualityWeights.DEFAULTS,
            RiskThresholds.CYCLES,
            WishRules.CYCLES);

    public MaintenanceConfig {
        if (baselineSamples < 5 || draws < 50) {
            throw new IllegalArgumentException(
                    "A baseline of %s samples and %s draws are too few.\nTake 5 samples and 50 draws or more."
                            .formatted(baselineSamples, draws));
        }
        if (!(baselineSpan >= 0 && failureDeviation > 1 && trendSignificance > 0 && trustedSpans > 0)
                || !(coverage > 0 && coverage < 1 && horizon > 0)) {
            throw new IllegalArgumentException(
                    "Failure deviation %s, significance %s, trusted spans %s, coverage %s, horizon %s: one is off.\n"
                                    .formatted(failureDeviation, trendSignificance, trustedSpans, coverage, horizon)
                            + "The deviation exceeds 1, the coverage lies between 0 and 1, all are positive.");
        }
    }

    /** The same with another horizon, in hours or cycles. */
    public MaintenanceConfig withHorizon(double hoursOrCycles) {
        return new MaintenanceConfig(
                axis,
                baselineSamples,
                baselineSpan,
                failureDeviation,
                trendSignificance,
                trustedSpans,
                draws,
                coverage,
                hoursOrCycles,
                quality,
                risk,
                wish);
    }

    /** The same with baselines over another span, in hours or cycles, such as for a replay in which time runs short. */
    public MaintenanceConfig withBaselineSpan(double hoursOrCycles) {
        return new MaintenanceConfig(
                axis,
                baselineSamples,
                hoursOrCycles,
                failureDeviation,
                trendSignificance,
                trustedSpans,
                draws,
                coverage,
                horizon,
                quality,
                risk,
                wish);
    }

    /** The same with other wish rules. */
    public MaintenanceConfig withWish(WishRules rules) {
        return new MaintenanceConfig(
                axis,
                baselineSamples,
                baselineSpan,
                failureDeviation,
                trendSignificance,
                trustedSpans,
                draws,
                coverage,
                horizon,
                quality,
                risk,
                rules);
    }
}
