package dev.millwright.maintenance.cmapss;

import java.util.List;

/** One engine's cycles, first to last. */
public record CmapssEngine(int unit, List<CmapssRow> rows) {

    public CmapssEngine {
        rows = List.copyOf(rows);
    }

    /** Cycles run. */
    public int age() {
        return rows.size();
    }
}
