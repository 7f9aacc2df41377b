package dev.millwright.connectors.replay;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a recording as time goes by: whoever holds the clock says how far it has come. */
public final class ReplayPlayer implements AutoCloseable {

    private final Stream<Draft> stream;
    private final Iterator<Draft> drafts;
    private final Consumer<Draft> reports;
    private final Map<EquipmentId, Map<Class<? extends Fact>, Draft>> present = new ConcurrentHashMap<>();
    private @Nullable Draft next;
    private long told;

    /**
     * A player at the recording's beginning.
     *
     * @param start the plant time at which the recording begins
     * @param reports takes the facts, on the thread that calls {@link #advanceTo}
     */
    public ReplayPlayer(Recording recording, Instant start, Consumer<Draft> reports) {
        this.stream = recording.drafts(start);
        this.drafts = stream.iterator();
        this.reports = reports;
        this.next = drafts.hasNext() ? drafts.next() : null;
    }

    /** Tells everything that happened up to a plant time. */
    public void advanceTo(Instant plantTime) {
        for (Draft due = next; due != null && !due.time().isAfter(plantTime); due = next) {
            Map<Class<? extends Fact>, Draft> facts =
                    present.computeIfAbsent(due.subject(), _ -> new LinkedHashMap<>());
            synchronized (facts) {
                // Out and in again: the order is that of the last mention.
                facts.remove(due.fact().getClass());
                facts.put(due.fact().getClass(), due);
            }
            told++;
            next = drafts.hasNext() ? drafts.next() : null;
            reports.accept(due);
        }
    }

    /** A machine's present state as facts, for births; from any thread. */
    public List<Draft> describe(EquipmentId machine) {
        Map<Class<? extends Fact>, Draft> facts = present.get(machine);
        if (facts == null) {
            return List.of();
        }
        synchronized (facts) {
            return new ArrayList<>(facts.values());
        }
    }

    /** True when all is told. */
    public boolean isOver() {
        return next == null;
    }

    /** How many facts have been told. */
    public long told() {
        return told;
    }

    @Override
    public void close() {
        stream.close();
    }
}
