package dev.millwright.learning.cwru;

/**
 * A piece of a recording, as a classifier sees it.
 *
 * @param features as {@code FaultFeatures} names them
 */
// Handed to trees as they are.
@SuppressWarnings("ArrayRecordComponent")
record FaultWindow(Fault fault, int mils, float[] features) {
    /** Which of the normal, inner race, ball and outer race. */
    int ofFour() {
        return fault.label();
    }

    /** Which of the normal and each fault in each size. */
    int ofTen() {
        return fault == Fault.NORMAL
                ? 0
                : 1 + (fault.label() - 1) * CwruFolder.MILS.size() + CwruFolder.MILS.indexOf(mils);
    }
}
