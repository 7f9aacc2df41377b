/**
 * Features of a raw vibration waveform: statistics, band levels, the envelope's lines at a bearing's fault frequencies, and a
 * health indicator of many of them. Words as in ISO 13373-2 (processing of vibration signals) and ISO 15243 (damage of
 * bearings).
 *
 * <pre>{@code
 * var orders = new BearingGeometry(9, 7.94, 39.04, 0).orders(); // 6205: balls, diameters in mm, contact angle
 * var features = new FaultFeatures(orders, 8, 500);
 * float[] row = features.of(new Waveform(samples, 12_000), 29.95); // shaft at 29.95 Hz
 * }</pre>
 */
@NullMarked
package dev.millwright.maintenance.vibration;

import org.jspecify.annotations.NullMarked;
