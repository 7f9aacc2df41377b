package dev.millwright.loop.planning;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a plan must answer.
 *
 * @param event what happened; {@code null} when nothing did, and that is the trouble
 * @param noticed when it was known, by the wall clock: the reaction time counts from here
 * @param words for a person, such as {@code press-2 failed: nozzle jammed}
 */
record PlanTrigger(@Nullable Event event, EquipmentId about, Instant noticed, String words) {

    private static final int FEW = 2;

    static PlanTrigger of(Event event, String words) {
        return new PlanTrigger(event, event.subject(), event.recorded(), words);
    }

    /** The one under whose story a common plan is told: what broke comes before what was wished, and that before news. */
    static PlanTrigger weightiest(List<PlanTrigger> triggers) {
        return triggers.stream().min(Comparator.comparingInt(PlanTrigger::rank)).orElseThrow();
    }

    /** All of them in one line that a person still reads. */
    static String words(List<PlanTrigger> triggers) {
        var weightiest = weightiest(triggers).words();
        var others = triggers.stream()
                .map(PlanTrigger::words)
                .filter(words -> !words.equals(weightiest))
                .distinct()
                .toList();
        if (others.isEmpty()) {
            return weightiest;
        }
        String rest = others.size() <= FEW
                ? String.join("; ", others)
                : String.join("; ", others.subList(0, FEW)) + "; and " + (others.size() - FEW) + " more";
        return weightiest + "; " + rest;
    }

    private int rank() {
        var fact = event == null ? null : event.fact();
        if (fact instanceof Fact.MachineStateChanged || fact instanceof Fact.OperationInterrupted) {
            return 0;
        }
        if (fact instanceof Fact.MaintenanceRequested || fact instanceof Fact.ReworkAdded) {
            return 1;
        }
        return fact instanceof Fact.ConnectionOpened || fact == null ? 3 : 2;
    }
}
