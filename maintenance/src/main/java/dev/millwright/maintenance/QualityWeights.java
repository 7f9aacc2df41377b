package dev.millwright.maintenance;

import dev.millwright.plant.Severity;

/**
 * The station health rule: what a finding costs, what a good part gives back, and which levels mean something.
 *
 * @param lossPerFinding health lost to a moderate, certain finding of no area
 * @param floor health that findings alone cannot push a machine below
 * @param recoveryPerGoodPart health regained with each good part
 * @param maintenanceBelow health under which maintenance is due
 * @param criticalBelow health under which the machine is critical
 */
public record QualityWeights(
        double lossPerFinding,
        double floor,
        double recoveryPerGoodPart,
        double maintenanceBelow,
        double criticalBelow) {

    public static final QualityWeights DEFAULTS = new QualityWeights(0.02, 0.1, 0.001, 0.6, 0.3);

    public QualityWeights {
        if (!(lossPerFinding >= 0 && recoveryPerGoodPart >= 0)
                || !(0 <= floor && floor < criticalBelow && criticalBelow < maintenanceBelow && maintenanceBelow < 1)) {
            throw new IllegalArgumentException(
                    "Quality levels floor %s, critical %s, maintenance %s are out of order.\n"
                                    .formatted(floor, criticalBelow, maintenanceBelow)
                            + "They rise from 0 to 1 in this order; losses and recoveries are not negative.");
        }
    }

    /** Health lost to one finding. */
    public double loss(Finding finding) {
        return lossPerFinding * weight(finding.severity()) * (1 + finding.area() / 100) * finding.probability();
    }

    private static double weight(Severity severity) {
        return switch (severity) {
            case MINOR -> 0.5;
            case MODERATE -> 1;
            case MAJOR -> 2;
            case CRITICAL -> 3;
        };
    }
}
