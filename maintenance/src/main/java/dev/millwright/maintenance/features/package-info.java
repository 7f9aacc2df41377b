/** What a trained model sees of a unit: operating regimes, normalised signals, and windows over them. */
@NullMarked
package dev.millwright.maintenance.features;

import org.jspecify.annotations.NullMarked;
