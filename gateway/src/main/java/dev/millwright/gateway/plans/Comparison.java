package dev.millwright.gateway.plans;

import dev.millwright.plant.PlanChange;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Schedule;
import java.util.List;

/**
 * Two plans of one problem side by side.
 *
 * @param changes what leads from the left one to the right one
 */
public record Comparison(Figures left, Figures right, List<PlanChange> changes) {

    public Comparison {
        changes = List.copyOf(changes);
    }

    /**
     * The right schedule answers the subject; the left one, made for the same work at another time, is moved to it: its
     * sequences on its machines, as soon as the subject's floor allows.
     */
    public static Comparison of(Subject.LivePlant subject, Schedule left, Schedule right, String words) {
        var moved = new Dispatcher(subject.request()).rightShift(left);
        return new Comparison(
                Figures.of(moved.score()),
                Figures.of(subject.request().score(right.assignments(), right.maintenance())),
                subject.question().changes(moved, right, words));
    }
}
