package dev.millwright.loop.planning;

import dev.millwright.plant.Plan;
import dev.millwright.plant.PlanChange;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.scheduling.problem.MaintenanceTask;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.twin.Fold;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The floor at one moment as a question to the scheduler, and the scheduler's answers in the plant's words. */
public final class FloorQuestion {

    private final TwinState state;
    private final Instant now;
    private final PlanRequest request;
    private final List<String> letGo;
    private final PlanWords words;

    private FloorQuestion(TwinState state, Instant now, PlanRequest request, List<String> letGo) {
        this.state = state;
        this.now = now;
        this.request = request;
        this.letGo = letGo;
        this.words = new PlanWords(state.plant(), now);
    }

    /** The floor as it stands. */
    public static FloorQuestion of(TwinState state, Instant now) {
        var pins = new FloorPins(state, now, Set.of());
        return new FloorQuestion(state, now, FloorProblem.request(state, now, pins), pins.letGo());
    }

    /** The floor as it would stand had these drafts been told too; nobody is told. */
    public static FloorQuestion supposing(TwinState state, List<Draft> told, Instant now) {
        var supposed = state;
        for (var draft : told) {
            supposed = Fold.apply(supposed, Event.of(supposed.offset() + 1, now, draft));
        }
        return of(supposed, now);
    }

    /** The same floor, judged by another objective. */
    public FloorQuestion by(Objective objective) {
        return new FloorQuestion(state, now, new PlanRequest(request.problem(), objective, request.adopted()), letGo);
    }

    /** What the twin knew, suppositions included. */
    public TwinState state() {
        return state;
    }

    /** Second zero of the schedules. */
    public Instant now() {
        return now;
    }

    public PlanRequest request() {
        return request;
    }

    /** Pins that the floor no longer allows and this question lets go of, in words. */
    List<String> letGo() {
        return letGo;
    }

    /** A plan on the scheduler's axis. */
    public Schedule schedule(Plan plan) {
        return FloorProblem.schedule(plan, now);
    }

    /** What of a plan is still ahead, beside what runs; scored. */
    public Schedule ahead(Plan plan) {
        var problem = request.problem();
        var waiting = problem.jobs().stream()
                .flatMap(job -> job.operations().stream())
                .filter(Operation::waiting)
                .map(Operation::id)
                .collect(Collectors.toSet());
        var wished = problem.maintenance().stream().map(MaintenanceTask::id).collect(Collectors.toSet());
        var planned = schedule(plan);
        return request.schedule(
                plan.origin(),
                planned.assignments().stream()
                        .filter(assignment -> waiting.contains(assignment.operationId()))
                        .toList(),
                planned.maintenance().stream()
                        .filter(placement -> wished.contains(placement.taskId()))
                        .toList());
    }

    /** An answer in instants. */
    public Plan plan(String id, Schedule schedule, double solveMillis) {
        return words.plan(id, request.problem(), schedule, solveMillis);
    }

    /** What leads from one answer to another. */
    public List<PlanChange> changes(Schedule before, Schedule next, String trigger) {
        return words.changes(new PlanRequest(request.problem(), request.objective(), before), next, trigger);
    }

    /** What an answer changes about the plan in force, each with its reason. */
    public List<PlanChange> changes(Schedule next, String trigger) {
        return words.changes(request, next, trigger);
    }
}
