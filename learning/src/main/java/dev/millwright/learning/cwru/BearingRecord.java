package dev.millwright.learning.cwru;

import dev.millwright.maintenance.vibration.Waveform;

/**
 * One recording of the set.
 *
 * @param rpm turns of the shaft a minute, which stand for the load: 1797 without one, 1772 at 1 hp, 1750 at 2 hp
 * @param mils diameter of the seeded fault in thousandths of an inch; 0: none
 */
public record BearingRecord(int rpm, Fault fault, int mils, Waveform waveform) {
    double shaftHz() {
        return rpm / 60.0;
    }
}
