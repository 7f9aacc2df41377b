package dev.millwright.learning.failure;

/**
 * One row of AI4I 2020: a milling machine at work, and whether it failed. The columns that say how it failed define
 * whether it did, and the serial numbers carry the order of the file; a model that saw them would have seen the answer.
 *
 * @param grade of the product: 0 low, 1 medium, 2 high
 * @param airKelvin of the air
 * @param processKelvin of the process
 * @param speedRpm of the spindle
 * @param torqueNewtonMetres of the spindle
 * @param wearMinutes of the tool
 */
public record MillingRow(
        int grade,
        double airKelvin,
        double processKelvin,
        double speedRpm,
        double torqueNewtonMetres,
        double wearMinutes,
        boolean failed) {

    /** Wear times torque at which a tool of this grade is overstrained, in minute newton metres (the set's description). */
    private static final double[] OVERSTRAIN = {11_000, 12_000, 13_000};

    /** Temperatures are read to tenths of a kelvin, and so is their difference: the rest of the digits are rounding. */
    float[] features() {
        double difference = Math.rint((processKelvin - airKelvin) * 10) / 10;
        double watts = torqueNewtonMetres * speedRpm * 2 * Math.PI / 60;
        return new float[] {
            grade,
            (float) airKelvin,
            (float) processKelvin,
            (float) speedRpm,
            (float) torqueNewtonMetres,
            (float) wearMinutes,
            (float) difference,
            (float) watts,
            (float) (wearMinutes * torqueNewtonMetres - OVERSTRAIN[grade])
        };
    }
}
