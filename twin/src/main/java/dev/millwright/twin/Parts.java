package dev.millwright.twin;

import java.util.ArrayList;
import java.util.List;

/** Where the parts of a lot are: they travel together and go through a machine one after another, in their order. */
public final class Parts {

    private Parts() {}

    /** All parts of a lot; none when the lot is not known. */
    public static List<PartPosition> of(TwinState state, String lotId) {
        var lot = state.lots().get(lotId);
        if (lot == null) {
            return List.of();
        }
        var next = lot.next();
        var parts = new ArrayList<PartPosition>();
        for (int part = 1; part <= lot.lot().quantity(); part++) {
            var serial = lot.lot().serial(part);
            parts.add(
                    next.isEmpty()
                            ? new PartPosition(serial, lot.location(), null, PartPosition.Progress.FINISHED)
                            : new PartPosition(
                                    serial, lot.location(), next.get().id(), progress(next.get(), part)));
        }
        return List.copyOf(parts);
    }

    private static PartPosition.Progress progress(OperationState operation, int part) {
        int processed = operation.counts().processed();
        if (part <= processed) {
            return PartPosition.Progress.PROCESSED;
        }
        return part == processed + 1 && operation.status() == OperationStatus.RUNNING
                ? PartPosition.Progress.IN_PROCESS
                : PartPosition.Progress.WAITING;
    }
}
