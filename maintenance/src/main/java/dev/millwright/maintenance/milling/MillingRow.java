package dev.millwright.maintenance.milling;

import java.util.Set;

/**
 * One row of AI4I 2020: a milling machine at work, and whether and how it failed. How it failed defines whether it did, and
 * serial numbers carry the order of the file; a model that saw them would have seen the answer.
 */
public record MillingRow(MillingState state, boolean failed, Set<MillingMode> modes) {
    public MillingRow {
        modes = Set.copyOf(modes);
    }

    /** What may be looked at. */
    public float[] features() {
        return state.features();
    }
}
