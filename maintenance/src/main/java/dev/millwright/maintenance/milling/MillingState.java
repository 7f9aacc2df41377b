package dev.millwright.maintenance.milling;

import java.util.List;

/**
 * A milling machine at work, as a row of AI4I 2020 has it.
 *
 * @param grade of the product: 0 low, 1 medium, 2 high
 * @param airKelvin of the air
 * @param processKelvin of the process
 * @param speedRpm of the spindle
 * @param torqueNewtonMetres of the spindle
 * @param wearMinutes of the tool
 */
public record MillingState(
        int grade,
        double airKelvin,
        double processKelvin,
        double speedRpm,
        double torqueNewtonMetres,
        double wearMinutes) {

    /** Wear times torque at which a tool of this grade is overstrained, in minute newton metres (the set's description). */
    private static final double[] OVERSTRAIN = {11_000, 12_000, 13_000};

    /** What {@link #features} are, in their order. */
    public static final List<String> FEATURES = List.of(
            "grade",
            "air",
            "process",
            "speed",
            "torque",
            "tool wear",
            "process over air",
            "power",
            "strain over limit");

    /** Temperatures are read to tenths of a kelvin, and so is their difference: the rest of the digits are rounding. */
    public float[] features() {
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
