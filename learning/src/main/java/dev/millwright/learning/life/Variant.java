package dev.millwright.learning.life;

import dev.millwright.maintenance.life.LifeModel;

/**
 * One way to put together what was learned, calibrated by itself.
 *
 * @param name "xgboost", "lstm" or "blend"
 * @param heldOut how good its like are on units held out
 */
public record Variant(String name, LifeModel model, HeldOut heldOut) {}
