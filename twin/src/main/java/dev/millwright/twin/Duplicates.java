package dev.millwright.twin;

import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Machine reports seen of late. Networks deliver twice: the very same report again, source time included, is not
 * written a second time, and its sender gets the first one's event. What escapes this memory does no harm: the fold is
 * idempotent for what machines report.
 */
final class Duplicates {

    private static final int REMEMBERED = 1024;

    private final Map<Draft, Event> recent = new LinkedHashMap<>(REMEMBERED * 2) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Draft, Event> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The event this draft became the first time; null when it is new. */
    @Nullable
    Event find(Draft draft) {
        return isReport(draft.fact()) ? recent.get(draft) : null;
    }

    void remember(Draft draft, Event event) {
        if (isReport(draft.fact())) {
            recent.put(draft, event);
        }
    }

    private static boolean isReport(Fact fact) {
        return fact instanceof Fact.ReadingsTaken
                || fact instanceof Fact.MachineStateChanged
                || fact instanceof Fact.MachineModeChanged
                || fact instanceof Fact.OperationStarted
                || fact instanceof Fact.PartsCounted
                || fact instanceof Fact.OperationCompleted
                || fact instanceof Fact.OperationInterrupted
                || fact instanceof Fact.LotArrived
                || fact instanceof Fact.MaintenanceStarted
                || fact instanceof Fact.MaintenanceFinished
                || fact instanceof Fact.PartInspected
                || fact instanceof Fact.PictureRefused;
    }
}
