package dev.millwright.maintenance.vibration;

/**
 * Rates of a bearing's faults, in multiples of the shaft's frequency.
 *
 * @param ftf fundamental train frequency: turns of the cage
 * @param bsf ball spin frequency: a fault on a ball knocks twice a spin, once at each ring
 * @param bpfo ball pass frequency of the outer ring
 * @param bpfi ball pass frequency of the inner ring
 */
public record FaultOrders(double ftf, double bsf, double bpfo, double bpfi) {
    public FaultOrders {
        if (!(ftf > 0 && bsf > 0 && bpfo > 0 && bpfi > 0)) {
            throw new IllegalArgumentException(
                    "Fault orders FTF %s, BSF %s, BPFO %s, BPFI %s\nAll are above 0; bearing makers list them."
                            .formatted(ftf, bsf, bpfo, bpfi));
        }
    }
}
