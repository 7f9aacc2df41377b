/** Gradient-boosted trees: trained by XGBoost, kept as plain trees. */
@NullMarked
package dev.millwright.learning.boosting;

import org.jspecify.annotations.NullMarked;
