package dev.millwright.loop.planning;

import dev.millwright.plant.Plan;
import dev.millwright.plant.PlanChange;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.schedule.Schedule;
import java.time.Duration;
import java.util.List;

/**
 * The plan that the loop would bring into force at once if the floor were so; nothing is told.
 *
 * @param letGo pins that nothing could keep, in words
 */
public record Preview(FloorQuestion question, Schedule schedule, double solveMillis, List<String> letGo) {

    /**
     * What the loop would answer to a floor at once.
     *
     * @param frozen how far ahead the plan in force stands, in plant time
     */
    public static Preview of(Scheduler scheduler, FloorQuestion question, Duration frozen) {
        long began = System.nanoTime();
        var first = FirstPlan.of(scheduler, question.state(), question.now(), frozen);
        return new Preview(question, first.schedule(), (System.nanoTime() - began) / 1e6, first.letGo());
    }

    /** It in instants. */
    public Plan plan(String id) {
        return question.plan(id, schedule, solveMillis);
    }

    /** What it changes about the plan in force, each with its reason. */
    public List<PlanChange> changes(String trigger) {
        return question.changes(schedule, trigger);
    }
}
