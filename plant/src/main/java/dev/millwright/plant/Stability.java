package dev.millwright.plant;

/** How much something has changed, in the words of credit scoring (Siddiqi 2006), by population stability index. */
public enum Stability {
    /** Below 0.1. */
    STABLE,
    /** From 0.1 on: look at it. */
    MODERATE,
    /** Above 0.25: what was learned was learned on something else. */
    LARGE;

    private static final double MODERATE_FROM = 0.1;
    private static final double LARGE_ABOVE = 0.25;
    /** What chance does more often than this is no drift. */
    private static final double SIGNIFICANT = 0.01;

    /**
     * The word for an index.
     *
     * @param pValue of the same change by the Kolmogorov-Smirnov test
     * @param limit what is reached without any drift, as machines differ; 0 where nothing is known
     */
    public static Stability of(double psi, double pValue, double limit) {
        if (psi < MODERATE_FROM || psi <= limit || pValue >= SIGNIFICANT) {
            return STABLE;
        }
        return psi > LARGE_ABOVE ? LARGE : MODERATE;
    }
}
