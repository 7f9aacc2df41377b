package dev.millwright.loop.health;

import dev.millwright.loop.cause.CauseWatch;
import dev.millwright.loop.health.Accusations.Accusation;
import dev.millwright.maintenance.Suspicion;
import dev.millwright.plant.CorrectionVerdict;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.HealthReason;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which machines the defects of parts speak against. A suspicion begins with strong evidence and lasts as long as there is
 * any; maintenance ends it, and parts inspected before that say nothing any more. Which ones stand after a restart is looked
 * up in the twin.
 */
final class Suspicions {

    private final CauseWatch watch;
    private final Accusations accusations;
    private final Supplier<TwinState> twin;
    private final BiConsumer<EquipmentId, List<Suspicion>> weigh;
    /** By machine and type of defect. */
    private Map<EquipmentId, Map<String, Suspicion>> standing = new TreeMap<>();
    /** Until then evidence from before a restart may be missing, which is held against no suspicion. */
    private Instant partial = Instant.MIN;

    private @Nullable Event latest;

    /** @param weigh is told what each machine is suspected of, whenever that was looked at */
    Suspicions(
            CauseWatch watch,
            SuspicionWords words,
            Supplier<TwinState> twin,
            BiConsumer<EquipmentId, List<Suspicion>> weigh) {
        this.watch = watch;
        this.accusations = new Accusations(watch, words, twin);
        this.twin = twin;
        this.weigh = weigh;
    }

    /**
     * What a machine is suspected of has changed.
     *
     * @param cause happens now, whenever the event was that tipped it
     */
    record Change(EquipmentId machine, Event cause, String words) {}

    /** Takes an event in, without looking for anything. */
    void recall(Event event) {
        watch.take(event);
        if (latest == null || !event.time().isBefore(latest.time())) {
            latest = event;
        }
        if (event.fact() instanceof Fact.MaintenanceFinished) {
            standing.remove(event.subject());
        }
    }

    /**
     * Takes up after a restart what was suspected before.
     *
     * @param reaches from when on everything was recalled; null where that is all there is
     */
    List<Change> catchUp(@Nullable Instant reaches) {
        partial = reaches == null ? Instant.MIN : reaches.plus(CauseWatch.WINDOW);
        twin.get().machines().values().forEach(machine -> {
            var maintained = machine.lastMaintenance();
            var said = machine.health();
            if (maintained == null
                    || said.since() == null
                    || maintained.finished().isBefore(said.since())) {
                said.reasons().forEach(reason -> restore(machine.id(), reason));
            }
        });
        standing.forEach((machine, of) -> weigh.accept(machine, List.copyOf(of.values())));
        return latest == null ? List.of() : look(latest);
    }

    private void restore(EquipmentId machine, HealthReason reason) {
        var type = SuspicionWords.type(reason);
        if (type != null) {
            double loss = Math.min(Suspicion.MOST_LOSS, reason.loss());
            standing.computeIfAbsent(machine, _ -> new TreeMap<>())
                    .put(type, new Suspicion(reason.factor(), loss, reason.words()));
        }
    }

    /** Takes an event in and looks for causes when it is time to. */
    List<Change> take(Event event) {
        recall(event);
        var now = Objects.requireNonNull(latest).time();
        return watch.isDue(now, !standing.isEmpty()) ? look(event) : List.of();
    }

    private List<Change> look(Event at) {
        var now = Objects.requireNonNull(latest).time();
        var asks = watch.asks();
        var ends = asks != null && isRejection(asks) ? asks : at;
        var found = accusations.of(watch.look(now), now, this::isStanding);
        var before = standing;
        standing = new TreeMap<>();
        found.forEach((machine, of) -> of.forEach((type, one) -> stand(machine, type, one.suspicion())));
        if (now.isBefore(partial)) {
            before.forEach((machine, of) -> of.forEach((type, one) -> stand(machine, type, one)));
        }
        var changes = new ArrayList<Change>();
        var machines = new TreeSet<>(before.keySet());
        machines.addAll(standing.keySet());
        for (var machine : machines) {
            var old = before.getOrDefault(machine, Map.of());
            var of = standing.getOrDefault(machine, Map.of());
            weigh.accept(machine, List.copyOf(of.values()));
            if (!losses(old).equals(losses(of))) {
                changes.add(change(machine, old, of, found.getOrDefault(machine, Map.of()), happensAt(now, ends)));
            }
        }
        return changes;
    }

    private void stand(EquipmentId machine, String type, Suspicion suspicion) {
        standing.computeIfAbsent(machine, _ -> new TreeMap<>()).putIfAbsent(type, suspicion);
    }

    private Change change(
            EquipmentId machine,
            Map<String, Suspicion> old,
            Map<String, Suspicion> of,
            Map<String, Accusation> found,
            Event ends) {
        for (var each : found.entrySet()) {
            if (!old.containsKey(each.getKey())) {
                var one = each.getValue();
                var tipped = watch.inspection(one.latest());
                var cause = tipped == null ? ends : happensAt(ends.time(), tipped);
                return new Change(machine, cause, one.suspicion().reason());
            }
        }
        var gone = new TreeSet<>(old.keySet());
        gone.removeAll(of.keySet());
        var words = gone.isEmpty() ? of.values().iterator().next().reason() : SuspicionWords.ended(gone);
        return new Change(machine, ends, words);
    }

    private static boolean isRejection(Event event) {
        return event.fact() instanceof Fact.FindingCorrected corrected
                && corrected.correction().verdict() == CorrectionVerdict.REJECTED;
    }

    private boolean isStanding(EquipmentId machine, String type) {
        return standing.getOrDefault(machine, Map.of()).containsKey(type);
    }

    private static Map<String, Double> losses(Map<String, Suspicion> of) {
        var losses = new HashMap<String, Double>();
        of.forEach((type, suspicion) -> losses.put(type, suspicion.loss()));
        return losses;
    }

    /** The event as the cause of what happens now. */
    private static Event happensAt(Instant now, Event event) {
        return new Event(
                event.offset(),
                now,
                event.recorded(),
                event.source(),
                event.subject(),
                event.correlation(),
                event.causation(),
                event.reason(),
                event.fact());
    }
}
