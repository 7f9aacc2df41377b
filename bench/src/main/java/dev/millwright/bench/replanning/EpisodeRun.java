package dev.millwright.bench.replanning;

import dev.millwright.bench.replanning.Episode.Happening;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.cpsat.StopSignal;
import dev.millwright.scheduling.dispatching.Dispatcher;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.scheduling.schedule.Outcome;
import dev.millwright.scheduling.schedule.PlanRequest;
import dev.millwright.scheduling.schedule.Schedule;
import dev.millwright.scheduling.schedule.ScheduleChecker;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Lives through an episode: at every event three answers from one floor, which goes on with the last of them. */
final class EpisodeRun {

    /** Makespan before all; a changed machine has to save one unit of time, a thousand moved ones one as well. */
    static final Objective OBJECTIVE = new Objective(1_000, 0, 1, 1_000);

    private static final double NANOS_A_MILLI = 1e6;

    private final Episode episode;
    private final Scheduler scheduler;

    EpisodeRun(Episode episode, SolverSettings settings) {
        this.episode = episode;
        scheduler = new Scheduler(settings);
    }

    Answered run() {
        var events = new ArrayList<Answered.Event>();
        var floor = new FollowedFloor(episode);
        for (var happening : episode.happenings()) {
            floor.happens(happening);
            var request = request(floor, happening.time());
            if (request.problem().openOperations() > 0) {
                events.add(answer(floor, request, happening));
            }
        }
        return new Answered(
                episode.name(),
                episode.family(),
                events,
                end(request -> new Dispatcher(request).rightShift(adopted(request))),
                end(scheduler::firstPlan),
                floor.end());
    }

    private static PlanRequest request(FollowedFloor floor, long now) {
        return new PlanRequest(floor.at(now), OBJECTIVE, floor.followed());
    }

    private static Schedule adopted(PlanRequest request) {
        return java.util.Objects.requireNonNull(request.adopted());
    }

    /** When a floor ends that answers every event in one way. */
    private long end(Function<PlanRequest, Schedule> answers) {
        var floor = new FollowedFloor(episode);
        for (var happening : episode.happenings()) {
            floor.happens(happening);
            var request = request(floor, happening.time());
            if (request.problem().openOperations() > 0) {
                floor.follow(answers.apply(request));
            }
        }
        return floor.end();
    }

    private Answered.Event answer(FollowedFloor floor, PlanRequest request, Happening happening) {
        long began = System.nanoTime();
        var shifted = new Dispatcher(request).rightShift(adopted(request));
        double shiftedMillis = millisSince(began);
        began = System.nanoTime();
        var first = scheduler.firstPlan(request);
        double firstMillis = millisSince(began);
        var toBest = new AtomicLong();
        long searched = System.nanoTime();
        var outcome = scheduler.solve(request, _ -> toBest.set(System.nanoTime() - searched), new StopSignal());
        var improved = outcome instanceof Outcome.Solved solved ? solved.schedule() : first;
        floor.follow(improved);
        return new Answered.Event(
                happening instanceof Happening.Arrival ? "arrival" : "breakdown",
                happening.time(),
                request.problem().openOperations(),
                judged(request, shifted, shiftedMillis),
                judged(request, first, firstMillis),
                judged(request, improved, toBest.get() / NANOS_A_MILLI));
    }

    private static Answered.Answer judged(PlanRequest request, Schedule schedule, double millis) {
        var before = adopted(request).byOperation();
        int moved = 0;
        for (var now : schedule.assignments()) {
            var old = before.get(now.operationId());
            moved += old != null && old.start() != now.start() ? 1 : 0;
        }
        return new Answered.Answer(
                request.problem().now() + schedule.makespan(),
                moved,
                schedule.score().changedMachines(),
                millis,
                ScheduleChecker.check(request.problem(), schedule).isEmpty());
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / NANOS_A_MILLI;
    }
}
