package dev.millwright.plant;

/**
 * What it costs when a machine fails, is maintained and stands, in the plant's currency. The times of standing are those of
 * {@link Reliability}.
 *
 * @param failure repair, scrap and what else a failure breaks, besides the hours the machine stands
 * @param maintenance crew and parts of planned maintenance, besides the hours the machine stands
 * @param downtimeHour an hour it stands in which somebody would work it
 * @param idleHour an hour it stands in which nobody would: breaks, and the time between shifts
 */
public record Costs(double failure, double maintenance, double downtimeHour, double idleHour) {

    /** What is reckoned with where a plant says nothing. */
    public static final Costs USUAL = new Costs(1_000, 200, 200, 0);

    public Costs {
        for (double cost : new double[] {failure, maintenance, downtimeHour, idleHour}) {
            if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "A failure costs %s, maintenance %s, an hour of downtime %s and an idle one %s.\nGive each a cost of 0 or more."
                                .formatted(failure, maintenance, downtimeHour, idleHour));
            }
        }
    }
}
