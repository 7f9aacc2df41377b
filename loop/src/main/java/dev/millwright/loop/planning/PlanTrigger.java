package dev.millwright.loop.planning;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a plan must answer.
 *
 * @param event what happened; {@code null} when nothing did, and that is the trouble
 * @param noticed when it was known, by the wall clock: the reaction time counts from here
 * @param words for a person, such as {@code press-2 failed: nozzle jammed}
 */
record PlanTrigger(@Nullable Event event, EquipmentId about, Instant noticed, String words) {

    static PlanTrigger of(Event event, String words) {
        return new PlanTrigger(event, event.subject(), event.recorded(), words);
    }
}
