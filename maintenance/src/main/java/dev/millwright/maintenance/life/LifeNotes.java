package dev.millwright.maintenance.life;

import dev.millwright.maintenance.features.FeatureSpace;

/**
 * What goes with a model's trees, in the same file.
 *
 * @param space what the trees see
 * @param band how far lives lie from what is expected
 * @param cap lives count as this at most
 * @param alarmBelow an expected life below this is an alarm
 * @param unitOfLife what lives are counted in, as "cycles"
 */
public record LifeNotes(FeatureSpace space, ErrorBand band, double cap, double alarmBelow, String unitOfLife) {}
