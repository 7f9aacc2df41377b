/**
 * Anomalies told from good images alone: patches are compared with those of good images in the features of a network.
 */
@NullMarked
package dev.millwright.vision.anomaly;

import org.jspecify.annotations.NullMarked;
